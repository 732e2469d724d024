package dev.rubedo.migrate.render;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.migrate.operation.AlterEnumOperation;
import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.schema.TextDdl;
import java.util.ArrayList;
import java.util.List;

/**
 * A renderer of changes of the labels of an enumeration type as DDL of PostgreSQL, which can add labels but not remove
 * them. Stateless.
 */
final class EnumRenderer {
    private EnumRenderer() {}

    static List<RenderedStatement> alter(AlterEnumOperation alter, Dialect dialect) {
        return alter.isAddition() ? additions(alter, dialect) : replacement(alter, dialect);
    }

    private static List<RenderedStatement> additions(AlterEnumOperation alter, Dialect dialect) {
        var statements = new ArrayList<RenderedStatement>();
        var present = new ArrayList<>(alter.from());
        for (int i = 0; i < alter.to().size(); i++) {
            var label = alter.to().get(i);
            if (!present.contains(label)) {
                boolean isLast = i >= present.size();
                statements.add(text("ALTER TYPE " + name(alter.type(), dialect) + " ADD VALUE " + literal(label)
                        + (isLast ? "" : " BEFORE " + literal(present.get(i)))));
                present.add(i, label);
            }
        }
        return statements;
    }

    /** The old type is renamed, and the new one replaces it in all columns. */
    private static List<RenderedStatement> replacement(AlterEnumOperation alter, Dialect dialect) {
        var statements = new ArrayList<RenderedStatement>();
        var old = alter.type().renamed(alter.type().name() + "__old");
        var name = name(alter.type(), dialect);
        statements.add(text("ALTER TYPE " + name + " RENAME TO " + dialect.quoter().quote(old.name())));
        statements.add(text("CREATE TYPE " + name + " AS ENUM ("
                + String.join(", ", alter.to().stream().map(EnumRenderer::literal).toList()) + ")"));
        for (var use : alter.columns()) {
            var column = "ALTER TABLE " + name(use.table(), dialect) + " ALTER COLUMN "
                    + dialect.quoter().quote(use.column());
            var array = use.isArray() ? "[]" : "";
            if (!use.serverDefault().isEmpty()) {
                statements.add(text(column + " DROP DEFAULT"));
            }
            statements.add(text(column + " TYPE " + name + array + " USING " + dialect.quoter().quote(use.column())
                    + "::text" + array + "::" + name + array));
            if (!use.serverDefault().isEmpty()) {
                statements.add(text(column + " SET DEFAULT " + use.serverDefault()));
            }
        }
        statements.add(text("DROP TYPE " + name(old, dialect)));
        return statements;
    }

    private static RenderedStatement text(String sql) {
        return new RenderedStatement.Ddl(new TextDdl(sql));
    }

    static String name(TableName name, Dialect dialect) {
        var quoter = dialect.quoter();
        return (name.schema().isEmpty() ? "" : quoter.quote(name.schema()) + ".") + quoter.quote(name.name());
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
