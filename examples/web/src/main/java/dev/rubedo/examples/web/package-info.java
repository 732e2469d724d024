/**
 * A web application in the usual layout: {@code Database} connects, {@code User} and {@code Post} are the model, {@code
 * Crud} has the operations, {@code Web} serves the pages, {@code Main} starts it. Revisions of the schema are in {@code
 * migrations}.
 */
@NullMarked
package dev.rubedo.examples.web;

import org.jspecify.annotations.NullMarked;
