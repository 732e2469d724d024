@NullMarked
package dev.rubedo.examples.etl;

import org.jspecify.annotations.NullMarked;
