/**
 * The layout of the project as executable rules. {@link dev.rubedo.architecture.Layout} holds the lists; each test class holds
 * one family of rules, and proves for each rule that it catches a violation planted for it: a class under {@code planted}, or a
 * source tree written for the occasion. Start reading at {@code PackageLayersTest}.
 */
@NullMarked
package dev.rubedo.architecture;

import org.jspecify.annotations.NullMarked;
