/**
 * The samples of {@code docs/guide/inheritance.md}, compiled and run. Start reading at {@code InheritanceTest}. Nothing may
 * depend on this package.
 */
@NullMarked
package dev.rubedo.orm.inheritance.guide;

import org.jspecify.annotations.NullMarked;
