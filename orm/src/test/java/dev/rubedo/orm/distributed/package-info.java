/** Sessions over several databases: binds, replicas, shards and tenants. */
@NullMarked
package dev.rubedo.orm.distributed;

import org.jspecify.annotations.NullMarked;
