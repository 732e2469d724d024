package dev.rubedo.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rows of {@code docs/parity.csv}: each feature of SQLAlchemy and Alembic, how Rubedo has it, and the test that
 * proves it. Immutable.
 */
record Ledger(List<Entry> entries) {

    static final String HEADER = "id,feature,java,status,test";

    /**
     * One feature.
     *
     * @param id     the family of the feature and its number, such as {@code "S-07"}
     * @param java   the Java form, or an empty text
     * @param status {@code done}, {@code differs: why}, {@code not on the JVM: why} or {@code open: what is missing}
     * @param tests  the tests that prove it, each as {@code package.Class#method}, separated by spaces
     */
    record Entry(String id, String feature, String java, String status, String tests) {

        String family() {
            return id.substring(0, id.indexOf('-'));
        }

        int number() {
            return Integer.parseInt(id.substring(id.indexOf('-') + 1));
        }

        /** The status without its reason. */
        String verdict() {
            return status.split(":", 2)[0];
        }

        List<String> proofs() {
            return Stream.of(tests.split(" ")).filter(test -> !test.isBlank()).toList();
        }
    }

    static Ledger read(String text) {
        var lines = text.lines().toList();
        if (!lines.getFirst().equals(HEADER)) {
            throw new IllegalArgumentException("The first line of the ledger must be \"" + HEADER + "\".");
        }
        return new Ledger(lines.stream().skip(1).map(Ledger::entry).toList());
    }

    private static Entry entry(String line) {
        var cells = cells(line);
        if (cells.size() != 5) {
            throw new IllegalArgumentException("The line has " + cells.size() + " cells instead of 5: " + line);
        }
        return new Entry(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4));
    }

    /** The cells of a line of comma-separated values; a quoted cell doubles its quotes. */
    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
