/** The samples of the guide about JSON. */
@NullMarked
package dev.rubedo.spring.boot.guide;

import org.jspecify.annotations.NullMarked;
