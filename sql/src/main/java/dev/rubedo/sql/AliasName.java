package dev.rubedo.sql;

/**
 * The name of an alias. A given name equals every other with the same text. An anonymous one equals only itself and
 * gets its text at compile time. Immutable.
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
     * @param stem the beginning of its text, before a number
     */
    public static AliasName anonymous(String stem) {
        return new AliasName(stem, true);
    }

    /** Returns the name, or the stem of an anonymous one. */
    public String text() {
        return text;
    }

    /** Returns whether the text is generated at compile time. */
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
