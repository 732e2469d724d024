package dev.rubedo.processor;

import com.palantir.javapoet.CodeBlock;
import org.jspecify.annotations.Nullable;

/**
 * The place of an entity in a hierarchy.
 *
 * @param parent the entity that it inherits from; null for the root
 * @param annotation its {@code @Polymorphic}, or null
 * @param discriminator the name of the root's discriminator; empty if there is none, which is reported
 * @param value the value of the discriminator in rows of the entity; null if it is abstract or the value is wrong
 * @param concrete whether each class has a table with all its attributes
 */
record Inheritance(@Nullable EntityModel parent, @Nullable DeclaredAnnotation annotation, String discriminator,
        @Nullable CodeBlock value, boolean concrete) {}
