package dev.rubedo.migrate.operation;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * The options that apply to the next operations. Immutable.
 *
 * @param schema the schema of tables that do not name one; empty for the default one
 * @param flags the options that are set
 */
record OperationOptions(String schema, Set<Flag> flags) {

    static final OperationOptions NONE = new OperationOptions("", Set.of());

    /** An option that only some operations have. */
    enum Flag {
        IF_EXISTS("ifExists()"), IF_NOT_EXISTS("ifNotExists()"), CONCURRENTLY("concurrently()"), CASCADE("cascade()"),
        INLINE_REFERENCES("inlineReferences()"), ROW_BY_ROW("rowByRow()");

        private final String method;

        Flag(String method) {
            this.method = method;
        }
    }

    OperationOptions with(Flag flag) {
        var all = EnumSet.of(flag);
        all.addAll(flags);
        return new OperationOptions(schema, Set.copyOf(all));
    }

    OperationOptions inSchema(String other) {
        return new OperationOptions(other, flags);
    }

    boolean has(Flag flag) {
        return flags.contains(flag);
    }

    /** Rejects options that do not apply to an operation, because none is ignored. */
    void allow(String operation, Flag... allowed) {
        for (var flag : flags) {
            if (!Arrays.asList(allowed).contains(flag)) {
                throw new IllegalArgumentException(
                        flag.method + " does not apply to " + operation + "(...): remove it");
            }
        }
    }
}
