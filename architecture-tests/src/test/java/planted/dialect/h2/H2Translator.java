package planted.dialect.h2;

/** A part that no other dialect has. */
public class H2Translator {}
