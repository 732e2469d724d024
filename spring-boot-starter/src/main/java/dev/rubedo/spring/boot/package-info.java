/** Auto-configuration of Rubedo in Spring Boot 3.5 and 4. */
@NullMarked
package dev.rubedo.spring.boot;

import org.jspecify.annotations.NullMarked;
