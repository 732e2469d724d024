/** An application of Spring Boot, and the tests of its configuration. */
@NullMarked
@EntityList
package dev.rubedo.spring.boot;

import dev.rubedo.mapping.EntityList;
import org.jspecify.annotations.NullMarked;
