/** Association proxies: attributes of related objects as attributes of their owner. */
@NullMarked
package dev.rubedo.orm.extension.guide;

import org.jspecify.annotations.NullMarked;
