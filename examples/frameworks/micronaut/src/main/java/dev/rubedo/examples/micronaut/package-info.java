/** A minimal application with Micronaut: a session for each request, and the data source of the framework. */
package dev.rubedo.examples.micronaut;
