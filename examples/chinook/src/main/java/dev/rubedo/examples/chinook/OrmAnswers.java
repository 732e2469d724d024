package dev.rubedo.examples.chinook;

import static dev.rubedo.examples.chinook.Album_.ALBUM;
import static dev.rubedo.examples.chinook.Artist_.ARTIST;
import static dev.rubedo.examples.chinook.CoreAnswers.cents;
import static dev.rubedo.examples.chinook.Customer_.CUSTOMER;
import static dev.rubedo.examples.chinook.Employee_.EMPLOYEE;
import static dev.rubedo.examples.chinook.InvoiceLine_.INVOICE_LINE;
import static dev.rubedo.examples.chinook.Invoice_.INVOICE;
import static dev.rubedo.examples.chinook.Playlist_.PLAYLIST;
import static dev.rubedo.examples.chinook.Track_.TRACK;
import static dev.rubedo.orm.Orm.count;
import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.not;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.Orm.sum;
import static dev.rubedo.type.Types.BIGINT;

import dev.rubedo.orm.session.Session;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Answers with objects and their relationships, as an application would. Confined to one thread at a time. */
public final class OrmAnswers implements Answers {
    private final Session session;

    public OrmAnswers(Session session) {
        this.session = session;
    }

    @Override
    public List<Spending> bestCustomers(int limit) {
        return session.all(select(CUSTOMER).options(selectIn(CUSTOMER.invoices))).stream()
                .map(customer -> new Spending(customer.firstName() + " " + customer.lastName(),
                        cents(customer.invoices().stream().map(Invoice::total).reduce(BigDecimal.ZERO,
                                BigDecimal::add))))
                .sorted(Comparator.comparing(Spending::total).reversed().thenComparing(Spending::customer)).limit(limit)
                .toList();
    }

    @Override
    public List<CountryGenre> bestSellingGenres() {
        var sold = sum(INVOICE_LINE.quantity, BIGINT).as("sold");
        var rows = session.all(select(INVOICE_LINE.invoice().billingCountry, INVOICE_LINE.track().genre().name, sold)
                .groupBy(INVOICE_LINE.invoice().billingCountry, INVOICE_LINE.track().genre().name));
        Map<String, CountryGenre> best = new TreeMap<>();
        for (var row : rows) {
            var one = new CountryGenre(row.require(INVOICE_LINE.invoice().billingCountry),
                    row.require(INVOICE_LINE.track().genre().name), row.require(sold));
            best.merge(one.country(), one, (a, b) -> Comparator.comparingLong(CountryGenre::sold).reversed()
                    .thenComparing(CountryGenre::genre).compare(a, b) <= 0 ? a : b);
        }
        return List.copyOf(best.values());
    }

    @Override
    public List<PlaylistContent> playlists() {
        return session
                .all(select(PLAYLIST).orderBy(PLAYLIST.id)
                        .options(selectIn(PLAYLIST.tracks).then(joined(TRACK.album).then(joined(ALBUM.artist)))))
                .stream().filter(playlist -> !playlist.tracks().isEmpty()).map(OrmAnswers::content).toList();
    }

    private static PlaylistContent content(Playlist playlist) {
        var artists = playlist.tracks().stream().map(track -> Objects.requireNonNull(track.album()).artist().name())
                .collect(Collectors.toCollection(TreeSet::new));
        return new PlaylistContent(Objects.requireNonNull(playlist.name()), playlist.tracks().size(), artists);
    }

    @Override
    public List<Position> employeeTree() {
        List<Position> found = new ArrayList<>();
        List<Employee> level = session.all(select(EMPLOYEE).where(EMPLOYEE.manager.isNull()));
        for (int depth = 0; !level.isEmpty(); depth++) {
            List<Employee> below = new ArrayList<>();
            for (Employee employee : level.stream().sorted(Comparator.comparing(Employee::lastName)).toList()) {
                found.add(new Position(employee.lastName(), depth));
                below.addAll(employee.reports());
            }
            level = below;
        }
        return found;
    }

    @Override
    public List<BigDecimal> raiseAndRollBack(String country, BigDecimal factor) {
        List<Invoice> invoices = session.all(select(INVOICE).where(INVOICE.billingCountry.eq(country)));
        List<BigDecimal> totals = new ArrayList<>();
        totals.add(totalOf(invoices));
        invoices.forEach(invoice -> invoice.total(invoice.total().multiply(factor)));
        session.flush();
        totals.add(totalOf(invoices));
        session.rollback();
        totals.add(totalOf(invoices));
        return totals;
    }

    private static BigDecimal totalOf(List<Invoice> invoices) {
        return cents(invoices.stream().map(Invoice::total).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    @Override
    public List<String> neverBought(String genre, int limit) {
        return session
                .all(select(TRACK).where(TRACK.genre().name.eq(genre), not(TRACK.sales.any())).orderBy(TRACK.id)
                        .limit(limit))
                .stream().map(Track::name).toList();
    }

    @Override
    public List<AlbumLength> longestAlbums(int limit) {
        return session.all(select(ALBUM).options(joined(ALBUM.artist), selectIn(ALBUM.tracks))).stream()
                .map(album -> new AlbumLength(Objects.requireNonNull(album.artist().name()), album.title(),
                        album.tracks().stream().mapToLong(Track::milliseconds).sum()))
                .sorted(Comparator.comparingLong(AlbumLength::milliseconds).reversed()).limit(limit).toList();
    }

    @Override
    public List<AgentSales> salesByAgent() {
        return session.all(select(EMPLOYEE).options(selectIn(EMPLOYEE.customers).then(selectIn(CUSTOMER.invoices)))
                .where(EMPLOYEE.customers.any()).orderBy(EMPLOYEE.lastName)).stream().map(OrmAnswers::sales).toList();
    }

    private static AgentSales sales(Employee agent) {
        List<Invoice> invoices = agent.customers().stream().flatMap(customer -> customer.invoices().stream()).toList();
        return new AgentSales(agent.lastName(), invoices.size(), totalOf(invoices));
    }

    @Override
    public List<ArtistGenres> versatileArtists(long atLeast) {
        var genres = count(TRACK.genreId).distinct();
        var label = genres.as("genres");
        return session.all(select(ARTIST, label).join(ARTIST.albums).join(ALBUM.tracks).groupBy(ARTIST.id, ARTIST.name)
                .having(genres.ge(atLeast)).orderBy(label.desc(), ARTIST.name)).stream()
                .map(row -> new ArtistGenres(Objects.requireNonNull(row.require(ARTIST).name()), row.require(label)))
                .toList();
    }

    @Override
    public List<InvoiceSum> invoiceSums(int year) {
        return session
                .all(select(INVOICE).options(selectIn(INVOICE.lines)).orderBy(INVOICE.id).where(
                        INVOICE.invoiceDate.gt(Answers.endOf(year - 1)),
                        INVOICE.invoiceDate.lt(Answers.endOf(year))))
                .stream()
                .map(invoice -> new InvoiceSum(invoice.id(), cents(invoice.total()),
                        cents(invoice.lines().stream()
                                .map(line -> line.unitPrice().multiply(BigDecimal.valueOf(line.quantity())))
                                .reduce(BigDecimal.ZERO, BigDecimal::add))))
                .toList();
    }
}
