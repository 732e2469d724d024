/** The revisions of the schema, compiled into the application and applied when it starts. */
@NullMarked
package dev.rubedo.examples.web.migrations;

import org.jspecify.annotations.NullMarked;
