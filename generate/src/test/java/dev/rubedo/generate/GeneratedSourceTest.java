package dev.rubedo.generate;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.BIGINT;
import static dev.rubedo.sql.Sql.BOOLEAN;
import static dev.rubedo.sql.Sql.INTEGER;
import static dev.rubedo.sql.Sql.TEXT;
import static dev.rubedo.sql.Sql.numeric;
import static dev.rubedo.sql.Sql.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.generate.guide.GenerateGuideTest;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.PrimaryKey;
import dev.rubedo.schema.ReferentialAction;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.TableOption;
import dev.rubedo.type.RenamedType;
import dev.rubedo.type.Types;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What generated code looks like, and how options change it. */
class GeneratedSourceTest {
    @TempDir private Path folder;

    private static MetaData albums() {
        var m = new MetaData();
        m.table("artists", column("artist_id", INTEGER).primaryKey(),
                column("name", string(120)).notNull().unique().comment("As on the cover"));
        m.table("albums", column("album_id", INTEGER).primaryKey(), column("title", string(160)).notNull(),
                column("price", numeric(10, 2)).notNull().serverDefault("9.99"), column("notes", TEXT),
                column("kind", Types.labels("album_kind", "live", "best-of")),
                column("artist_id", INTEGER).notNull().references("artists.artist_id")
                        .onDelete(ReferentialAction.CASCADE));
        m.table("genres", column("id", INTEGER).primaryKey(), column("name", string(255)).notNull());
        m.table("album_genres", column("album_id", INTEGER).references("albums.album_id"),
                column("genre_id", INTEGER).references("genres.id"), PrimaryKey.on("album_id", "genre_id"));
        return m;
    }

    private static GeneratorOptions options() {
        return GeneratorOptions.inPackage("music");
    }

    private static String source(GeneratedCode code, String path) {
        return code.sources().stream().filter(each -> each.path().equals(path)).findFirst()
                .orElseThrow(() -> new AssertionError(path + " is not among " + paths(code))).text();
    }

    private static List<String> paths(GeneratedCode code) {
        return code.sources().stream().map(GeneratedSource::path).toList();
    }

    private static GeneratedCode generate(MetaData metaData, GeneratorOptions options) {
        return CodeGenerator.of(options).generate(metaData);
    }

    @Test
    void anEntityHasItsAttributesAndRelationships() {
        var code = generate(albums(), options());

        assertThat(source(code, "music/Album.java")).isEqualTo("""
                package music;

                import dev.rubedo.mapping.Column;
                import dev.rubedo.mapping.Entity;
                import dev.rubedo.mapping.ForeignKey;
                import dev.rubedo.mapping.Id;
                import dev.rubedo.mapping.JoinTable;
                import dev.rubedo.mapping.OnDelete;
                import dev.rubedo.mapping.Relationship;
                import dev.rubedo.mapping.ServerDefault;
                import dev.rubedo.mapping.Type;
                import java.math.BigDecimal;
                import java.util.Set;
                import org.jspecify.annotations.Nullable;

                /** The table {@code albums}. */
                @Entity(table = "albums")
                public final class Album extends AlbumBase {
                    interface Mapped {
                        @Id Integer albumId();
                        @Column(length = 160) String title();
                        @Column(precision = 10, scale = 2) @ServerDefault("9.99") BigDecimal price();
                        @Column(length = Column.UNLIMITED) @Nullable String notes();
                        @Type(value = ColumnTypes.class, constant = "ALBUM_KIND") @Nullable AlbumKind kind();
                        @ForeignKey(value = "artists.artist_id", onDelete = OnDelete.CASCADE) Integer artistId();
                        @Relationship(backPopulates = "albums") Artist artist();
                        @Relationship(backPopulates = "albums")
                        @JoinTable(name = "album_genres", columns = "album_id", inverseColumns = "genre_id")
                        Set<Genre> genres();
                    }

                    public Album() {}
                }
                """);
        assertThat(source(code, "music/Album.java")).endsWith(GenerateGuideTest.ENTITY);
        assertThat(source(code, "music/Artist.java")).endsWith("""
                /** The table {@code artists}. */
                @Entity(table = "artists")
                public final class Artist extends ArtistBase {
                    interface Mapped {
                        @Id Integer artistId();
                        @Column(length = 120, unique = true) @Comment("As on the cover") String name();
                        @Relationship(backPopulates = "artist", cascade = Cascade.ALL_DELETE_ORPHAN,
                                passiveDeletes = PassiveDeletes.UNLOADED)
                        List<Album> albums();
                    }

                    public Artist() {}
                }
                """);
        assertThat(source(code, "music/AlbumKind.java")).isEqualTo("""
                package music;

                /** The enumeration type {@code album_kind}. */
                public enum AlbumKind {
                    /** {@code live} */
                    LIVE("live"),

                    /** {@code best-of} */
                    BEST_OF("best-of");

                    private final String label;

                    AlbumKind(String label) {
                        this.label = label;
                    }

                    /** Returns the text that the database stores. */
                    public String label() {
                        return label;
                    }
                }
                """);
        assertThat(code.notes()).isEmpty();
    }

    @Test
    void aTableHasAFieldForEachColumn() {
        var code = generate(albums(), options().kind(GeneratedKind.TABLES));

        assertThat(paths(code)).containsExactly("music/AlbumGenres.java", "music/AlbumKind.java", "music/Albums.java",
                "music/Artists.java", "music/ColumnTypes.java", "music/Genres.java", "music/Schema.java");
        assertThat(source(code, "music/Albums.java")).endsWith(GenerateGuideTest.TABLE);
        assertThat(source(code, "music/Albums.java")).isEqualTo("""
                package music;

                import static dev.rubedo.type.Types.*;

                import dev.rubedo.schema.Column;
                import dev.rubedo.schema.ForeignKey;
                import dev.rubedo.schema.MetaData;
                import dev.rubedo.schema.ReferentialAction;
                import dev.rubedo.schema.Table;
                import java.math.BigDecimal;

                /** The table {@code albums}. */
                public final class Albums extends Table {
                    public final Column<Integer> albumId = column("album_id", INTEGER).primaryKey();
                    public final Column<String> title = column("title", string(160)).notNull();
                    public final Column<BigDecimal> price = column("price", numeric(10, 2)).notNull().serverDefault("9.99");
                    public final Column<String> notes = column("notes", TEXT);
                    public final Column<AlbumKind> kind = column("kind", ColumnTypes.ALBUM_KIND);
                    public final Column<Integer> artistId = column("artist_id", INTEGER).notNull();

                    /** Adds the table to metadata. */
                    public Albums(MetaData metadata) {
                        super("albums", metadata);
                        add(ForeignKey.on("artist_id").references("artists.artist_id").onDelete(ReferentialAction.CASCADE));
                    }
                }
                """);
    }

    @Test
    void namesThatJavaDoesNotAllowAreChanged() throws IOException {
        var m = new MetaData();
        m.table("string", column("class", TEXT), column("2nd", BIGINT).primaryKey(), column("a b", TEXT),
                column("a-b", TEXT),
                column("$", TEXT), column("to_string", TEXT), column("getClass", TEXT),
                column("is_active", BOOLEAN));
        m.table("order", column("id", BIGINT).primaryKey());
        m.table("Orders", column("id", BIGINT).primaryKey());
        m.table("order_base", column("id", BIGINT).primaryKey());

        var code = generate(m, options());

        assertThat(paths(code)).containsExactly("music/Order.java", "music/Order2.java", "music/OrderBase2.java",
                "music/String2.java", "music/package-info.java");
        assertThat(source(code, "music/String2.java")).contains("String classValue();", " Long column2nd();",
                " String aB();",
                " String aB2();", " String column();", " String toString2();", " String classValue2();",
                "@Column(name = \"is_active\") @Nullable Boolean active();");
        Compiled.of(code, folder, "music");
    }

    @Test
    void rulesChangeEveryName() {
        var rules = new NamingRules() {
            @Override
            public String entityName(Table table) {
                return "E" + NamingRules.super.entityName(table);
            }

            @Override
            public String subpackage(Table table) {
                return table.name().equals("artists") ? "people" : "";
            }

            @Override
            public String attributeName(Column<?> column) {
                return column.name().equals("artist_id") ? "artistKey" : NamingRules.super.attributeName(column);
            }

            @Override
            public String toOneName(ForeignKey key, String target) {
                return "creator";
            }

            @Override
            public String inverseName(ForeignKey key, String source, boolean isMany, boolean isOnly) {
                return "discography";
            }

            @Override
            public String manyToManyName(ForeignKey far, String target, boolean isOnly) {
                return "all" + target;
            }

            @Override
            public String enumName(String typeName, Column<?> column) {
                return "Kind";
            }
        };

        var code = generate(albums(), options().names(rules).collectionsAsSets().withoutCascades());

        assertThat(source(code, "music/EAlbum.java")).contains("@Column(name = \"artist_id\")", "Integer artistKey();",
                "@Relationship(backPopulates = \"discography\") EArtist creator();", "Set<EGenre> allEGenre();",
                " Kind kind();", "import music.people.EArtist;");
        assertThat(source(code, "music/people/EArtist.java")).contains(
                "@Relationship(backPopulates = \"creator\", passiveDeletes = PassiveDeletes.UNLOADED) Set<EAlbum> discography();");
        assertThat(source(code, "music/package-info.java")).contains("@EntityList(packages = {\"music.people\"})");
    }

    @Test
    void packagesOfTheirOwnCompile() throws IOException {
        var rules = new NamingRules() {
            @Override
            public String subpackage(Table table) {
                return table.name().equals("artists") ? "people" : "";
            }
        };

        var compiled = Compiled.of(generate(albums(), options().names(rules)), folder, "music");

        assertThat(compiled.entities()).hasSize(3);
    }

    @Test
    void aTableThatIsLeftOutIsNoted() {
        var code = generate(albums(), options().where(name -> !name.equals("artists")));

        assertThat(paths(code)).doesNotContain("music/Artist.java");
        assertThat(source(code, "music/Album.java")).doesNotContain("Artist artist").contains(" Integer artistId();");
        assertThat(code.notes()).containsExactly("Table \"albums\": the foreign key on [artist_id] is omitted from the"
                + " entity: no entity is generated for \"artists\".");
    }

    @Test
    void aForeignKeyWithoutRelationshipStaysAColumn() {
        var code = generate(albums(), options().relationships(key -> !key.columnNames().contains("artist_id")));

        assertThat(source(code, "music/Album.java")).contains("@ForeignKey(value = \"artists.artist_id\"")
                .doesNotContain("Artist artist()");
        assertThat(source(code, "music/Artist.java")).doesNotContain("albums()");
    }

    @Test
    void portableCodeHasNoTypesOfOneDatabase() {
        var m = new MetaData();
        m.table("notes", column("id", BIGINT).primaryKey(),
                column("text", new RenamedType<>(Set.of("sqlite"), "NVARCHAR(30)", string(30))),
                column("at", Types.TIMESTAMP));

        assertThat(source(generate(m, options()), "music/Note.java")).contains(
                "@Type(value = ColumnTypes.class, constant = \"NVARCHAR_30\") @Nullable String text();",
                "@Type(value = Types.class, constant = \"TIMESTAMP\") @Nullable LocalDateTime at();");
        assertThat(source(generate(m, options().portable()), "music/Note.java")).contains(
                "@Column(length = 30) @Nullable String text();", "        @Nullable LocalDateTime at();");
    }

    @Test
    void schemasAreWrittenWithTheirTables() throws IOException {
        var m = new MetaData();
        m.table("users", TableOption.schema("auth"), column("id", BIGINT).primaryKey());
        m.table("users", column("id", BIGINT).primaryKey(),
                column("owner_id", BIGINT).notNull().references("auth.users.id"),
                column("active", BOOLEAN));

        var code = generate(m, options().kind(GeneratedKind.ENTITIES_AND_TABLES));

        assertThat(paths(code)).contains("music/User.java", "music/User2.java", "music/table/Users.java",
                "music/table/Users2.java");
        assertThat(source(code, "music/User2.java")).contains("@Entity(table = \"users\", schema = \"auth\")");
        assertThat(source(code, "music/User.java")).contains("@ForeignKey(\"auth.users.id\") Long ownerId();",
                "User2 owner();");
        assertThat(Compiled.of(code, folder, "music").tables("table.Schema").require("auth.users").schema())
                .isEqualTo("auth");
    }

    @Test
    void filesAreReplacedOnlyWhenAllowed() throws IOException {
        var code = generate(albums(), options());
        assertThat(code.writeTo(folder, false)).hasSize(code.sources().size());
        assertThat(code.writeTo(folder, false)).isEmpty();
        Path changed = folder.resolve("music/Album.java");
        Files.writeString(changed, "// mine");

        assertThatThrownBy(() -> code.writeTo(folder, false)).isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("Album.java: it differs from the generated source");
        assertThat(changed).hasContent("// mine");
        assertThat(code.writeTo(folder, true)).containsExactly(changed);
    }

    @Test
    void aPackageMustHaveAName() {
        assertThatThrownBy(() -> GeneratorOptions.inPackage("my-shop")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"my-shop\" is not a valid Java package name. Use one such as \"com.example.shop\".");
    }
}
