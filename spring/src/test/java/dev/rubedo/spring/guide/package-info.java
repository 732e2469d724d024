/** The samples of the guide about Spring. */
@NullMarked
package dev.rubedo.spring.guide;

import org.jspecify.annotations.NullMarked;
