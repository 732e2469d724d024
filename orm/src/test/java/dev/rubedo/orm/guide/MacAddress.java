package dev.rubedo.orm.guide;

/** The address of a network card. Immutable. */
public record MacAddress(String text) {}
