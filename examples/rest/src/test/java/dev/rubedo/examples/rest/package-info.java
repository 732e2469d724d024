/** Tests of the service over HTTP, and of the JSON of entities. */
@NullMarked
package dev.rubedo.examples.rest;

import org.jspecify.annotations.NullMarked;
