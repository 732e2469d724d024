package dev.rubedo.examples.chinook;

import static dev.rubedo.sql.Sql.count;
import static dev.rubedo.sql.Sql.into;
import static dev.rubedo.sql.Sql.not;
import static dev.rubedo.sql.Sql.partitionBy;
import static dev.rubedo.sql.Sql.rowNumber;
import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.sql.Sql.sum;
import static dev.rubedo.sql.Sql.update;
import static dev.rubedo.sql.Sql.value;
import static dev.rubedo.type.Types.BIGINT;
import static dev.rubedo.type.Types.INTEGER;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Savepoint;
import dev.rubedo.sql.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Answers with SQL expressions on tables: the database does the work. Confined to one thread at a time. */
public final class CoreAnswers implements Answers {
    private final ChinookTables store = new ChinookTables();
    private final Connection connection;

    public CoreAnswers(Connection connection) {
        this.connection = connection;
    }

    @Override
    public List<Spending> bestCustomers(int limit) {
        var customers = store.customers;
        var name = customers.firstName.concat(" ").concat(customers.lastName).as("customer");
        var total = sum(store.invoices.total).as("total");
        return connection
                .all(select(into((String who, BigDecimal spent) -> new Spending(who, cents(spent)), name, total))
                        .joinFrom(customers, store.invoices)
                        .groupBy(customers.id, customers.firstName, customers.lastName)
                        .orderBy(total.desc(), name).limit(limit));
    }

    @Override
    public List<CountryGenre> bestSellingGenres() {
        var lines = store.lines;
        var country = store.invoices.country;
        var genre = store.genres.name;
        var sold = sum(lines.quantity, BIGINT).as("sold");
        var totals = select(country, genre, sold).joinFrom(lines, store.invoices)
                .join(store.tracks, lines.trackId.eq(store.tracks.id))
                .join(store.genres, store.tracks.genreId.eq(store.genres.id)).groupBy(country, genre)
                .subquery("totals");
        var place = rowNumber().over(partitionBy(totals.column(country))
                .orderBy(totals.column(sold).desc(), totals.column(genre))).as("place");
        var ranked = select(totals.column(country), totals.column(genre), totals.column(sold), place)
                .subquery("ranked");
        return connection
                .all(select(into(CountryGenre::new, ranked.column(country), ranked.column(genre), ranked.column(sold)))
                        .where(ranked.column(place).eq(1L)).orderBy(ranked.column(country)));
    }

    @Override
    public List<PlaylistContent> playlists() {
        var playlists = store.playlists;
        var links = store.playlistTracks;
        Map<Integer, PlaylistContent> found = new LinkedHashMap<>();
        var query = select(playlists.id, playlists.name, store.tracks.id, store.artists.name)
                .joinFrom(playlists, links).join(store.tracks, links.trackId.eq(store.tracks.id))
                .join(store.albums, store.tracks.albumId.eq(store.albums.id))
                .join(store.artists, store.albums.artistId.eq(store.artists.id)).orderBy(playlists.id);
        for (Row row : connection.execute(query)) {
            found.merge(row.require(playlists.id),
                    new PlaylistContent(row.require(playlists.name), 1,
                            new TreeSet<>(List.of(row.require(store.artists.name)))),
                    CoreAnswers::merge);
        }
        return List.copyOf(found.values());
    }

    private static PlaylistContent merge(PlaylistContent all, PlaylistContent one) {
        all.artists().addAll(one.artists());
        return new PlaylistContent(all.playlist(), all.tracks() + 1, all.artists());
    }

    @Override
    public List<Position> employeeTree() {
        var employees = store.employees;
        var depth = value(0).cast(INTEGER).as("depth");
        var tree = select(employees.id, employees.lastName, depth).where(employees.reportsTo.isNull()).recursive("tree",
                above -> select(employees.id, employees.lastName, above.column(depth).plus(1)).joinFrom(employees,
                        above,
                        employees.reportsTo.eq(above.column(employees.id))));
        return connection.all(select(into(Position::new, tree.column(employees.lastName), tree.column(depth)))
                .orderBy(tree.column(depth), tree.column(employees.lastName)));
    }

    @Override
    public List<BigDecimal> raiseAndRollBack(String country, BigDecimal factor) {
        var invoices = store.invoices;
        List<BigDecimal> totals = new ArrayList<>();
        totals.add(totalOf(country));
        try (Savepoint savepoint = connection.savepoint()) {
            connection.execute(update(invoices).set(invoices.total, invoices.total.times(factor))
                    .where(invoices.country.eq(country)));
            totals.add(totalOf(country));
            savepoint.rollback();
        }
        totals.add(totalOf(country));
        return totals;
    }

    private BigDecimal totalOf(String country) {
        return cents(connection.one(select(sum(store.invoices.total)).where(store.invoices.country.eq(country))));
    }

    @Override
    public List<String> neverBought(String genre, int limit) {
        var tracks = store.tracks;
        return connection.all(select(tracks.name).join(store.genres)
                .where(store.genres.name.eq(genre),
                        not(select(store.lines.id).where(store.lines.trackId.eq(tracks.id)).exists()))
                .orderBy(tracks.id).limit(limit));
    }

    @Override
    public List<AlbumLength> longestAlbums(int limit) {
        var length = sum(store.tracks.milliseconds, BIGINT).as("length");
        return connection.all(select(into(AlbumLength::new, store.artists.name, store.albums.title, length))
                .joinFrom(store.albums, store.artists).join(store.tracks, store.tracks.albumId.eq(store.albums.id))
                .groupBy(store.albums.id, store.artists.name, store.albums.title).orderBy(length.desc()).limit(limit));
    }

    @Override
    public List<AgentSales> salesByAgent() {
        var employees = store.employees;
        return connection.all(select(
                into((String agent, Long number, BigDecimal total) -> new AgentSales(agent, number, cents(total)),
                        employees.lastName, count(store.invoices.id), sum(store.invoices.total)))
                .joinFrom(employees, store.customers, store.customers.supportRepId.eq(employees.id))
                .join(store.invoices, store.invoices.customerId.eq(store.customers.id))
                .groupBy(employees.id, employees.lastName).orderBy(employees.lastName));
    }

    @Override
    public List<ArtistGenres> versatileArtists(long atLeast) {
        var genres = count(store.tracks.genreId).distinct().as("genres");
        return connection.all(select(into(ArtistGenres::new, store.artists.name, genres))
                .joinFrom(store.artists, store.albums).join(store.tracks, store.tracks.albumId.eq(store.albums.id))
                .groupBy(store.artists.id, store.artists.name)
                .having(count(store.tracks.genreId).distinct().ge(atLeast)).orderBy(genres.desc(), store.artists.name));
    }

    @Override
    public List<InvoiceSum> invoiceSums(int year) {
        var invoices = store.invoices;
        var lines = sum(store.lines.unitPrice.times(store.lines.quantity)).as("lines");
        return connection.all(select(
                into((Integer id, BigDecimal total, BigDecimal all) -> new InvoiceSum(id, cents(total), cents(all)),
                        invoices.id, invoices.total, lines))
                .joinFrom(invoices, store.lines)
                .where(invoices.date.gt(Answers.endOf(year - 1)),
                        invoices.date.lt(Answers.endOf(year)))
                .groupBy(invoices.id, invoices.total).orderBy(invoices.id));
    }

    static BigDecimal cents(@org.jspecify.annotations.Nullable BigDecimal amount) {
        return Objects.requireNonNull(amount, "amount").setScale(2, RoundingMode.HALF_UP);
    }
}
