package dev.rubedo.schema;

/** A stand-in for the runtime's type, with the signatures that generated code uses. Immutable. */
public record Computed(String sql, Storage storage) {

    public enum Storage {
        DEFAULT, STORED, VIRTUAL
    }
}
