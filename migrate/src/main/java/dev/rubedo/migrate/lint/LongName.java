package dev.rubedo.migrate.lint;

import dev.rubedo.migrate.operation.AddColumnOperation;
import dev.rubedo.migrate.operation.AddConstraintOperation;
import dev.rubedo.migrate.operation.AlterColumnOperation;
import dev.rubedo.migrate.operation.CreateIndexOperation;
import dev.rubedo.migrate.operation.CreateSequenceOperation;
import dev.rubedo.migrate.operation.CreateTableOperation;
import dev.rubedo.migrate.operation.MigrationOperation;
import dev.rubedo.migrate.operation.RenameTableOperation;
import java.util.ArrayList;
import java.util.List;

/** RB118: a name is longer than the database allows. Immutable. */
final class LongName implements LintRule {
    @Override
    public String code() {
        return "RB118";
    }

    @Override
    public String title() {
        return "A name is longer than the database allows";
    }

    @Override
    public void operation(LintedOperation at, LintFindings found) {
        var traits = at.dialect().traits();
        int limit = traits.maximumIdentifierLength();
        for (var name : names(at.operation())) {
            int length = traits.identifierLength(name);
            if (length > limit) {
                found.add(at.line(), "The name \"" + name + "\" has " + length
                        + (traits.countsBytes() ? " bytes" : " characters") + ", but the database allows at most "
                        + limit + ". Choose a shorter one.");
            }
        }
    }

    private static List<String> names(MigrationOperation operation) {
        var names = new ArrayList<String>();
        switch (operation) {
            case CreateTableOperation create -> {
                names.add(create.table().name());
                create.definition().columns().forEach(column -> names.add(column.name()));
                create.definition().constraints().forEach(constraint -> names.add(constraint.name()));
                create.definition().indexes().forEach(index -> names.add(index.name()));
            }
            case AddColumnOperation add -> {
                names.add(add.column().name());
                add.constraints().forEach(constraint -> names.add(constraint.name()));
                add.indexes().forEach(index -> names.add(index.name()));
            }
            case RenameTableOperation rename -> names.add(rename.to());
            case AlterColumnOperation alter when alter.change().name() != null -> names.add(alter.change().name());
            case CreateIndexOperation create -> names.add(create.index().name());
            case AddConstraintOperation add -> names.add(add.constraint().name());
            case CreateSequenceOperation create -> names.add(create.sequence().name());
            case MigrationOperation other -> {}
        }
        return names;
    }
}
