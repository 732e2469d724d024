package dev.rubedo.examples.chinook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;

/**
 * Ten questions to the music store.
 *
 * <p>
 * {@link CoreAnswers} and {@link OrmAnswers} answer them independently and must agree with each other, on every
 * database. Lists have the order that the method's comment says; money has two decimals. Implementations are confined
 * to one thread at a time.
 */
public interface Answers {
    /** What a customer spent in all. */
    record Spending(String customer, BigDecimal total) {}

    /** The genre that sold most in a country, with the number of tracks sold. */
    record CountryGenre(String country, String genre, long sold) {}

    /** A playlist, with how many tracks it has and who plays on it. */
    record PlaylistContent(String playlist, int tracks, Set<String> artists) {}

    /** An employee at a depth in the tree of who reports to whom; the head of the store has depth 0. */
    record Position(String employee, int depth) {}

    /** An album with its playing time in milliseconds. */
    record AlbumLength(String artist, String album, long milliseconds) {}

    /** What the customers of a sales agent spent in all. */
    record AgentSales(String agent, long invoices, BigDecimal total) {}

    /** How much an artist spreads over genres. */
    record ArtistGenres(String artist, long genres) {}

    /** An invoice with the sum of its lines. */
    record InvoiceSum(int invoice, BigDecimal total, BigDecimal lines) {}

    /** 1. Returns the customers who spent most, the highest first, equal ones by name. */
    List<Spending> bestCustomers(int limit);

    /** 2. Returns per country the best-selling genre, by country; of equal genres the first by name. */
    List<CountryGenre> bestSellingGenres();

    /** 3. Returns the playlists that have tracks, by id, with their artists. */
    List<PlaylistContent> playlists();

    /** 4. Returns the tree of employees, by depth and then by name. */
    List<Position> employeeTree();

    /** 5. Raises every invoice of a country by a factor, rolls back, and returns the sum of them before, between and after. */
    List<BigDecimal> raiseAndRollBack(String country, BigDecimal factor);

    /** 6. Returns the names of the first tracks (by id) of a genre that nobody ever bought. */
    List<String> neverBought(String genre, int limit);

    /** 7. Returns the longest albums, the longest first. */
    List<AlbumLength> longestAlbums(int limit);

    /** 8. Returns what the customers of each sales agent spent, by agent. */
    List<AgentSales> salesByAgent();

    /** 9. Returns the artists whose tracks are in at least so many genres, the most first, equal ones by name. */
    List<ArtistGenres> versatileArtists(long atLeast);

    /** 10. Returns the invoices of one year, by id, beside the sums of their lines. */
    List<InvoiceSum> invoiceSums(int year);

    /**
     * Returns the last second of a year. No invoice has it, which matters: SQLite compares date-times as text, so that
     * midnight as the store's file has it, without a fraction, is less than midnight as a parameter, with one.
     */
    static LocalDateTime endOf(int year) {
        return LocalDate.of(year, 12, 31).atTime(23, 59, 59);
    }
}
