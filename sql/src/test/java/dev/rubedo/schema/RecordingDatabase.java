package dev.rubedo.schema;

import dev.rubedo.feature.Feature;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A database that remembers what was executed on it. Confined to one thread at a time. */
final class RecordingDatabase implements DdlTarget {
    private final Set<String> tables;
    final Set<String> types = new HashSet<>();
    private final Set<Feature> features;
    int questions;
    final List<DdlElement> elements = new ArrayList<>();

    RecordingDatabase(Set<String> tables, Set<Feature> features) {
        this.tables = new HashSet<>(tables);
        this.features = features;
    }

    List<String> executed() {
        return elements.stream().map(RecordingDatabase::text).toList();
    }

    private static String text(DdlElement element) {
        var kind = element.getClass().getSimpleName();
        return switch (element) {
            case CreateTable create -> kind + " " + create.table().name();
            case DropTable drop -> kind + " " + drop.table().name();
            case CreateIndex create -> kind + " " + create.index().name();
            case AddConstraint add -> kind + " " + ((ForeignKey) add.constraint()).constraintName();
            case DropConstraint drop -> kind + " " + ((ForeignKey) drop.constraint()).constraintName();
            case DdlElement other -> kind;
        };
    }

    @Override
    public void execute(DdlElement element) {
        elements.add(element);
        if (element instanceof CreateTable create) {
            tables.add(create.table().name());
        } else if (element instanceof DropTable drop) {
            tables.remove(drop.table().name());
        }
    }

    @Override
    public Set<String> tableNames(String schema) {
        questions++;
        return Set.copyOf(tables);
    }

    @Override
    public String dialectName() {
        return "test";
    }

    @Override
    public boolean hasTable(String schema, String table) {
        return tables.contains(table);
    }

    @Override
    public boolean hasSequence(String schema, String sequence) {
        questions++;
        return false;
    }

    @Override
    public boolean hasType(String schema, String type) {
        questions++;
        return types.contains(type);
    }

    @Override
    public boolean supports(Feature feature) {
        return features.contains(feature);
    }
}
