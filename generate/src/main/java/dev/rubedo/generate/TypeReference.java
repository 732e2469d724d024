package dev.rubedo.generate;

import com.palantir.javapoet.ClassName;

/**
 * A constant that holds a type. Immutable.
 *
 * @param owner the class that declares it
 * @param name its name
 */
record TypeReference(ClassName owner, String name) {}
