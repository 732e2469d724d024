package dev.rubedo.golden;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.migrate.operation.Operations;
import dev.rubedo.migrate.run.MigrationOptions;
import dev.rubedo.migrate.run.ScriptContext;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Operations of a revision, as a script. */
record Script(Consumer<Operations> operations) {

    /** Returns the statements, under the name that the record gives a table while it is created anew. */
    List<String> statements(Dialect dialect) {
        var out = new StringBuilder();
        operations.accept(new Operations(new ScriptContext(dialect, out, MigrationOptions.DEFAULT)));
        return Arrays.stream(out.toString().split("\n\n")).filter(text -> !text.isEmpty())
                .map(text -> text.replaceAll("\\s+", " ").replace("_rubedo_tmp_", "_alembic_tmp_")).toList();
    }
}
