/** Tests of how relationships are loaded: strategies, options, and what statements they cost. */
@NullMarked
package dev.rubedo.orm.loading;

import org.jspecify.annotations.NullMarked;
