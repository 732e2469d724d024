/**
 * Rewrites entities of JPA as entities of Rubedo: reads sources, and writes sources and a report. Depends on JavaParser
 * alone. Start reading at {@link dev.rubedo.cli.jpa.JpaConverter}.
 */
@NullMarked
package dev.rubedo.cli.jpa;

import org.jspecify.annotations.NullMarked;
