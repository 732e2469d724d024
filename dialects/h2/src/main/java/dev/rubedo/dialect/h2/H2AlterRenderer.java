package dev.rubedo.dialect.h2;

import dev.rubedo.compile.AlterRenderer;
import dev.rubedo.compile.DdlCompiler;
import dev.rubedo.compile.UnsupportedFeatureException;
import dev.rubedo.feature.Feature;
import dev.rubedo.schema.AlterColumn;
import dev.rubedo.schema.DropColumn;
import dev.rubedo.schema.Identity;
import dev.rubedo.schema.RenameColumn;
import java.util.List;

/** The changes to tables of H2. Immutable. */
final class H2AlterRenderer extends AlterRenderer {

    H2AlterRenderer(DdlCompiler definitions) {
        super(definitions);
    }

    /** Dropping a column also drops its single-column constraints; other constraints prevent it. */
    @Override
    protected String dropColumn(DropColumn drop) {
        if (drop.isCascading()) {
            throw new UnsupportedFeatureException(Feature.DROP_CASCADE, traits.name(), "DROP COLUMN ... CASCADE");
        }
        return super.dropColumn(drop);
    }

    @Override
    protected String renameColumn(RenameColumn rename) {
        return alter(rename.table()) + "ALTER COLUMN " + quote(rename.existing().name()) + " RENAME TO "
                + quote(rename.name());
    }

    /** An identity is part of the column definition, which is repeated without a default. */
    @Override
    protected List<String> identityActions(AlterColumn alter, Identity identity) {
        var type = alter.changedType().orElse(alter.existing().type());
        return List.of(alterWord(alter) + typeName(alter, type) + " " + identityClause(identity));
    }
}
