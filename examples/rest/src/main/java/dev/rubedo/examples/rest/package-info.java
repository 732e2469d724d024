/**
 * A REST service with Spring Boot: {@code Author} and {@code Book} are the model, {@code Library} has the operations, each
 * in a transaction with a session of its own, {@code BookController} and {@code AuthorController} handle the requests,
 * {@code Problems} turns errors into responses. Revisions of the schema are in {@code migrations}.
 */
@NullMarked
@EntityList
package dev.rubedo.examples.rest;

import dev.rubedo.mapping.EntityList;
import org.jspecify.annotations.NullMarked;
