package dev.rubedo.generate;

import dev.rubedo.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** The details that entities do not express, one sentence each. Confined to one thread at a time. */
final class Notes {
    private final List<String> all = new ArrayList<>();

    void add(Table table, String what) {
        var schema = table.schema().isEmpty() ? "" : table.schema() + ".";
        all.add("Table \"" + schema + table.name() + "\": " + what + ".");
    }

    List<String> all() {
        return List.copyOf(all);
    }
}
