/**
 * The rendering of operations as statements. This package may use operations and snapshots, and executes nothing. Start
 * reading at {@link dev.rubedo.migrate.render.OperationRenderer}.
 */
@NullMarked
package dev.rubedo.migrate.render;

import org.jspecify.annotations.NullMarked;
