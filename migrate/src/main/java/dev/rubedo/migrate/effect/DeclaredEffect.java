package dev.rubedo.migrate.effect;

import dev.rubedo.dialect.AnsiDialect;
import dev.rubedo.dialect.Dialect;
import dev.rubedo.migrate.operation.CustomOperation;
import dev.rubedo.migrate.operation.MigrationOperation;
import dev.rubedo.migrate.operation.Operations;
import dev.rubedo.migrate.operation.RecordedOperations;
import dev.rubedo.migrate.snapshot.SchemaSnapshot;
import dev.rubedo.schema.DdlElement;
import dev.rubedo.schema.NamingConvention;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A declaration of the effect that hand-written SQL of a revision has on the schema, for replays and checks. It
 * executes nothing:
 *
 * {@snippet :
 * op.execute("ALTER TABLE users ADD COLUMN place point");
 * op.invoke(DeclaredEffect.of(what -> what.addColumn("users", column("place", exact("point", TEXT)))));
 * }
 *
 * Immutable.
 */
public final class DeclaredEffect implements CustomOperation {
    private final Consumer<? super Operations> what;

    private DeclaredEffect(Consumer<? super Operations> what) {
        this.what = Objects.requireNonNull(what, "what");
    }

    /**
     * Declares that the SQL has the effect of some operations.
     *
     * @param what calls the operations
     */
    public static DeclaredEffect of(Consumer<? super Operations> what) {
        return new DeclaredEffect(what);
    }

    /** Declares that the SQL has no effect on tables and sequences, such as that of a view or a grant. */
    public static DeclaredEffect none() {
        return new DeclaredEffect(op -> {});
    }

    @Override
    public List<DdlElement> ddl(Dialect dialect) {
        return List.of();
    }

    @Override
    public SchemaSnapshot effect(SchemaSnapshot before) {
        var recorded = new RecordedOperations(AnsiDialect.instance(), NamingConvention.INDEXES_ONLY);
        what.accept(new Operations(recorded));
        return SchemaReplay.apply(before, recorded.operations());
    }

    /** The effect of its reverse is not known. */
    @Override
    public MigrationOperation reverse() {
        return none();
    }

    @Override
    public String describe() {
        return "declare the effect of SQL";
    }
}
