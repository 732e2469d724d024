/** A minimal application with Quarkus: a session for each request, and the data source of the framework. */
package dev.rubedo.examples.quarkus;
