package dev.rubedo.dialect.mysql;

import dev.rubedo.compile.AlterRenderer;
import dev.rubedo.feature.Feature;
import dev.rubedo.schema.AlterColumn;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.RenameColumn;
import dev.rubedo.schema.RenameTable;
import java.util.List;

/** The changes to tables of MySQL and MariaDB, which repeat the whole definition of a changed column. Immutable. */
final class MysqlAlterRenderer extends AlterRenderer {

    private final MysqlDdlCompiler definitions;

    MysqlAlterRenderer(MysqlDdlCompiler definitions) {
        super(definitions);
        this.definitions = definitions;
    }

    /** Without a schema in its new name, a table would be moved to the current database. */
    @Override
    protected String renameTable(RenameTable rename) {
        return alter(rename.table()) + "RENAME TO " + traits.qualifier(rename.table().schema()) + quote(rename.name());
    }

    /** RENAME COLUMN was introduced in MySQL 8.0 and MariaDB 10.5.2. */
    @Override
    protected String renameColumn(RenameColumn rename) {
        boolean isMaria = traits.name().equals("mariadb");
        if (isMaria ? traits.version().isAtLeast(10, 5, 2) : traits.version().isAtLeast(8, 0)) {
            return super.renameColumn(rename);
        }
        var column = rename.existing();
        var definition = definition(column).substring(quote(column.name()).length());
        return alter(rename.table()) + "CHANGE " + quote(column.name()) + " " + quote(rename.name()) + definition;
    }

    /**
     * A change that removes only the default does not repeat the rest of the definition. Without a default, even a
     * nullable column would require a value, unlike on other servers.
     */
    @Override
    protected List<String> alterColumn(AlterColumn alter) {
        requireNoConversion(alter);
        if (!repeatsType(alter)) {
            return List.of(alter(alter.table()) + alterWord(alter)
                    + (alter.existing().isNullable() ? "SET DEFAULT NULL" : "DROP DEFAULT"));
        }
        if (alter.changedIdentity() != null && !alter.existing().isPrimaryKey()) {
            traits.require(Feature.IDENTITY_COLUMNS, alter.existing().path());
        }
        return List.of(alter(alter.table()) + "MODIFY " + definition(alter.changed()));
    }

    /** Only dropping a default does not repeat the rest of the definition. */
    @Override
    protected boolean repeatsType(AlterColumn alter) {
        return !alter.changesServerDefault() || alter.changedServerDefault() != null
                || alter.changedType().isPresent() || alter.changedNullability().isPresent()
                || alter.changedComment().isPresent() || alter.changesIdentity();
    }

    private String definition(Column<?> column) {
        return definitions.changedDefinition(column) + definitions.checksToRepeat(column);
    }
}
