package dev.rubedo.examples.chinook;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Asks ten questions about the music store, with Core and with the ORM, and prints both sets of answers.
 *
 * <p>
 * The folder with the data is the value of the environment variable {@code RUBEDO_CHINOOK}. Stateless.
 */
public final class Chinook {
    private static final int FEW = 3;

    private Chinook() {}

    /** Runs the example; without the data it prints where to get it. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = System.out;
        String data = System.getenv("RUBEDO_CHINOOK");
        if (data == null) {
            out.println("Set RUBEDO_CHINOOK to the folder with chinook.sqlite of the Chinook database, version 1.4.5.");
            return;
        }
        Path folder = Files.createTempDirectory("rubedo-chinook");
        Path file = folder.resolve("chinook.sqlite");
        try (Engine engine = Store.openCopy(Path.of(data), file)) {
            try (Connection connection = engine.connect()) {
                out.println("== Core: SQL over tables");
                print(new CoreAnswers(connection), out);
            }
            try (Session session = SessionFactory.builder(engine, Store.model()).build().open()) {
                out.println("== ORM: objects and their relationships");
                print(new OrmAnswers(session), out);
            }
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    private static void print(Answers answers, PrintStream out) {
        out.println(" 1. spent most:             " + answers.bestCustomers(FEW));
        out.println(" 2. best genre per country: " + answers.bestSellingGenres());
        out.println(" 3. playlists:              " + answers.playlists().size());
        out.println(" 4. who reports to whom:    " + answers.employeeTree());
        out.println(" 5. raised and rolled back: " + answers.raiseAndRollBack("Germany", new BigDecimal("2")));
        out.println(" 6. never bought:           " + answers.neverBought("Jazz", FEW));
        out.println(" 7. longest albums:         " + answers.longestAlbums(FEW));
        out.println(" 8. sales by agent:         " + answers.salesByAgent());
        out.println(" 9. versatile artists:      " + answers.versatileArtists(FEW));
        out.println("10. invoices and lines:     " + answers.invoiceSums(2025).size());
    }
}
