package dev.rubedo.examples.chinook;

import static dev.rubedo.examples.chinook.Album_.ALBUM;
import static dev.rubedo.examples.chinook.Artist_.ARTIST;
import static dev.rubedo.examples.chinook.Customer_.CUSTOMER;
import static dev.rubedo.examples.chinook.Employee_.EMPLOYEE;
import static dev.rubedo.examples.chinook.Genre_.GENRE;
import static dev.rubedo.examples.chinook.InvoiceLine_.INVOICE_LINE;
import static dev.rubedo.examples.chinook.Invoice_.INVOICE;
import static dev.rubedo.examples.chinook.MediaType_.MEDIA_TYPE;
import static dev.rubedo.examples.chinook.PlaylistTrack_.PLAYLIST_TRACK;
import static dev.rubedo.examples.chinook.Playlist_.PLAYLIST;
import static dev.rubedo.examples.chinook.Track_.TRACK;
import static dev.rubedo.sql.Sql.insertInto;
import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.sql.Sql.text;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.Model;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Row;
import dev.rubedo.sql.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The data of the store, and the ways to load it into a database. Stateless. */
public final class Store {
    /** The number of rows in one INSERT while copying. */
    private static final int CHUNK = 500;

    private Store() {}

    /** Returns the eleven tables as entities. */
    public static Model model() {
        return Model.of(ALBUM, ARTIST, CUSTOMER, EMPLOYEE, GENRE, INVOICE, INVOICE_LINE, MEDIA_TYPE, PLAYLIST,
                PLAYLIST_TRACK, TRACK);
    }

    /** Returns an engine on a copy of the SQLite file, so that the file itself stays as it is. */
    public static Engine openCopy(Path data, Path copy) throws IOException {
        Files.copy(data.resolve("chinook.sqlite"), copy);
        return Engine.create("sqlite:///" + copy);
    }

    /** Runs one of the scripts of the store, statement by statement. */
    public static void run(Path script, Engine engine) throws IOException {
        List<String> statements = SqlScript.statements(Files.readString(script));
        engine.inTransaction(connection -> {
            for (String statement : statements) {
                connection.execute(text(statement.replace(":", "\\:")));
            }
        });
    }

    /** Creates the mapped schema in an empty database and copies every row into it, with Core only. */
    public static void copy(Engine from, Engine to) {
        Model model = model();
        model.metadata().createAll(to);
        try (Connection source = from.connect()) {
            to.inTransaction(target -> {
                for (Table table : model.metadata().sortedTables()) {
                    for (List<Row> rows : source.execute(select(table)).partitions(CHUNK)) {
                        target.execute(insertInto(table).rows(rows, (values, row) -> values(values, table, row)));
                    }
                }
            });
        }
    }

    private static Values values(Values values, Table table, Row row) {
        Values all = values;
        for (Column<?> column : table.columns()) {
            all = set(all, column, row);
        }
        return all;
    }

    private static <T> Values set(Values values, Column<T> column, Row row) {
        T value = row.get(column);
        return value == null ? values.setNull(column) : values.set(column, value);
    }
}
