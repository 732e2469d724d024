package dev.rubedo.examples.chinook;

import static dev.rubedo.type.Types.INTEGER;
import static dev.rubedo.type.Types.TIMESTAMP;
import static dev.rubedo.type.Types.numeric;
import static dev.rubedo.type.Types.string;

import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The tables of the store for Core: typed, with the columns that the questions need.
 *
 * <p>
 * They describe existing tables; the ORM's own tables of the same names belong to the model. Immutable
 * once used.
 */
final class ChinookTables {
    final MetaData metadata = new MetaData();
    final Artists artists = new Artists(metadata);
    final Albums albums = new Albums(metadata);
    final Tracks tracks = new Tracks(metadata);
    final Genres genres = new Genres(metadata);
    final Playlists playlists = new Playlists(metadata);
    final PlaylistTracks playlistTracks = new PlaylistTracks(metadata);
    final Employees employees = new Employees(metadata);
    final Customers customers = new Customers(metadata);
    final Invoices invoices = new Invoices(metadata);
    final InvoiceLines lines = new InvoiceLines(metadata);

    static final class Artists extends Table {
        final Column<Integer> id = column("ArtistId", INTEGER).primaryKey();
        final Column<String> name = column("Name", string(120));

        Artists(MetaData metadata) {
            super("Artist", metadata);
        }
    }

    static final class Albums extends Table {
        final Column<Integer> id = column("AlbumId", INTEGER).primaryKey();
        final Column<String> title = column("Title", string(160)).notNull();
        final Column<Integer> artistId = column("ArtistId", INTEGER).references("Artist.ArtistId").notNull();

        Albums(MetaData metadata) {
            super("Album", metadata);
        }
    }

    static final class Genres extends Table {
        final Column<Integer> id = column("GenreId", INTEGER).primaryKey();
        final Column<String> name = column("Name", string(120));

        Genres(MetaData metadata) {
            super("Genre", metadata);
        }
    }

    static final class Tracks extends Table {
        final Column<Integer> id = column("TrackId", INTEGER).primaryKey();
        final Column<String> name = column("Name", string(200)).notNull();
        final Column<@Nullable Integer> albumId = column("AlbumId", INTEGER).references("Album.AlbumId").nullable();
        final Column<@Nullable Integer> genreId = column("GenreId", INTEGER).references("Genre.GenreId").nullable();
        final Column<Integer> milliseconds = column("Milliseconds", INTEGER).notNull();

        Tracks(MetaData metadata) {
            super("Track", metadata);
        }
    }

    static final class Playlists extends Table {
        final Column<Integer> id = column("PlaylistId", INTEGER).primaryKey();
        final Column<String> name = column("Name", string(120));

        Playlists(MetaData metadata) {
            super("Playlist", metadata);
        }
    }

    static final class PlaylistTracks extends Table {
        final Column<Integer> playlistId = column("PlaylistId", INTEGER).references("Playlist.PlaylistId").primaryKey();
        final Column<Integer> trackId = column("TrackId", INTEGER).references("Track.TrackId").primaryKey();

        PlaylistTracks(MetaData metadata) {
            super("PlaylistTrack", metadata);
        }
    }

    static final class Employees extends Table {
        final Column<Integer> id = column("EmployeeId", INTEGER).primaryKey();
        final Column<String> lastName = column("LastName", string(20)).notNull();
        final Column<@Nullable Integer> reportsTo = column("ReportsTo", INTEGER).references("Employee.EmployeeId")
                .nullable();

        Employees(MetaData metadata) {
            super("Employee", metadata);
        }
    }

    static final class Customers extends Table {
        final Column<Integer> id = column("CustomerId", INTEGER).primaryKey();
        final Column<String> firstName = column("FirstName", string(40)).notNull();
        final Column<String> lastName = column("LastName", string(20)).notNull();
        final Column<@Nullable Integer> supportRepId = column("SupportRepId", INTEGER).references("Employee.EmployeeId")
                .nullable();

        Customers(MetaData metadata) {
            super("Customer", metadata);
        }
    }

    static final class Invoices extends Table {
        final Column<Integer> id = column("InvoiceId", INTEGER).primaryKey();
        final Column<Integer> customerId = column("CustomerId", INTEGER).references("Customer.CustomerId").notNull();
        final Column<LocalDateTime> date = column("InvoiceDate", TIMESTAMP).notNull();
        final Column<String> country = column("BillingCountry", string(40));
        final Column<BigDecimal> total = column("Total", numeric(10, 2)).notNull();

        Invoices(MetaData metadata) {
            super("Invoice", metadata);
        }
    }

    static final class InvoiceLines extends Table {
        final Column<Integer> id = column("InvoiceLineId", INTEGER).primaryKey();
        final Column<Integer> invoiceId = column("InvoiceId", INTEGER).references("Invoice.InvoiceId").notNull();
        final Column<Integer> trackId = column("TrackId", INTEGER).references("Track.TrackId").notNull();
        final Column<BigDecimal> unitPrice = column("UnitPrice", numeric(10, 2)).notNull();
        final Column<Integer> quantity = column("Quantity", INTEGER).notNull();

        InvoiceLines(MetaData metadata) {
            super("InvoiceLine", metadata);
        }
    }
}
