package dev.rubedo.sql;

/**
 * The name of an alias: a given one, equal to every other of the same text, or an anonymous one, which is equal only to
 * itself and gets its text when it is compiled. Immutable.
 */
public final class AliasName {
    private final String text;
    private final boolean isAnonymous;

    private AliasName(String text, boolean isAnonymous) {
        this.text = text;
        this.isAnonymous = isAnonymous;
    }

    /**
     * Returns a given name.
     *
     * @param text the name
     */
    public static AliasName of(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("The name of an alias is empty");
        }
        return new AliasName(text, false);
    }

    /**
     * Returns a new anonymous name.
     *
     * @param stem what its text begins with, before a number
     */
    public static AliasName anonymous(String stem) {
        return new AliasName(stem, true);
    }

    /** Returns the name, or what the text of an anonymous one begins with. */
    public String text() {
        return text;
    }

    /** Returns whether the text is made when it is compiled. */
    public boolean isAnonymous() {
        return isAnonymous;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof AliasName name && !isAnonymous && !name.isAnonymous && text.equals(name.text);
    }

    @Override
    public int hashCode() {
        return isAnonymous ? System.identityHashCode(this) : text.hashCode();
    }

    void describe(Structure out) {
        out.part(text);
        out.part(isAnonymous);
        out.aside(this);
    }

    @Override
    public String toString() {
        return isAnonymous ? text + "_?" : text;
    }
}
