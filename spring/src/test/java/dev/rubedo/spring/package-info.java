/** Tests of transactions of Spring on real databases. */
@NullMarked
package dev.rubedo.spring;

import org.jspecify.annotations.NullMarked;
