/**
 * Converts JPA entities to Rubedo entities: reads sources, and writes sources and a report. Depends only on JavaParser.
 * Start reading at {@link dev.rubedo.cli.jpa.JpaConverter}.
 */
@NullMarked
package dev.rubedo.cli.jpa;

import org.jspecify.annotations.NullMarked;
