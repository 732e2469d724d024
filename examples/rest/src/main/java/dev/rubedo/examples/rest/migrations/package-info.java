/** The revisions of the schema, compiled into the service and applied when it starts. */
@NullMarked
package dev.rubedo.examples.rest.migrations;

import org.jspecify.annotations.NullMarked;
