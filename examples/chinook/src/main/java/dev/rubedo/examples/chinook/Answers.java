package dev.rubedo.examples.chinook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;

/**
 * Ten questions about the music store.
 *
 * <p>
 * {@link CoreAnswers} and {@link OrmAnswers} answer them independently and must agree on every
 * database. Lists are in the order that the method's comment describes; money has two decimals. Implementations are
 * confined to one thread at a time.
 */
public interface Answers {
    /** The total spent by a customer. */
    record Spending(String customer, BigDecimal total) {}

    /** The genre that sold most in a country, with the number of tracks sold. */
    record CountryGenre(String country, String genre, long sold) {}

    /** A playlist with its number of tracks and its artists. */
    record PlaylistContent(String playlist, int tracks, Set<String> artists) {}

    /** An employee at a depth in the reporting tree; the head of the store has depth 0. */
    record Position(String employee, int depth) {}

    /** An album with its playing time in milliseconds. */
    record AlbumLength(String artist, String album, long milliseconds) {}

    /** The total spent by the customers of a sales agent. */
    record AgentSales(String agent, long invoices, BigDecimal total) {}

    /** The number of genres of an artist. */
    record ArtistGenres(String artist, long genres) {}

    /** An invoice with the sum of its lines. */
    record InvoiceSum(int invoice, BigDecimal total, BigDecimal lines) {}

    /** 1. Returns the customers who spent the most, highest total first, ties by name. */
    List<Spending> bestCustomers(int limit);

    /** 2. Returns the best-selling genre of each country, by country; a tie goes to the first genre by name. */
    List<CountryGenre> bestSellingGenres();

    /** 3. Returns the playlists that have tracks, by id, with their artists. */
    List<PlaylistContent> playlists();

    /** 4. Returns the tree of employees, by depth and then by name. */
    List<Position> employeeTree();

    /**
     * 5. Multiplies every invoice of a country by a factor, rolls back, and returns their sum before, in between and
     * after.
     */
    List<BigDecimal> raiseAndRollBack(String country, BigDecimal factor);

    /** 6. Returns the names of the first tracks (by id) of a genre that were never bought. */
    List<String> neverBought(String genre, int limit);

    /** 7. Returns the longest albums, longest first. */
    List<AlbumLength> longestAlbums(int limit);

    /** 8. Returns the total spent by the customers of each sales agent, by agent. */
    List<AgentSales> salesByAgent();

    /** 9. Returns the artists whose tracks are in at least this many genres, most genres first, ties by name. */
    List<ArtistGenres> versatileArtists(long atLeast);

    /** 10. Returns the invoices of one year, by id, with the sums of their lines. */
    List<InvoiceSum> invoiceSums(int year);

    /**
     * Returns the last second of a year. No invoice has this time, which matters: SQLite compares date-times as text,
     * so that midnight as the store's file has it, without a fraction, is less than midnight as a parameter, with one.
     */
    static LocalDateTime endOf(int year) {
        return LocalDate.of(year, 12, 31).atTime(23, 59, 59);
    }
}
