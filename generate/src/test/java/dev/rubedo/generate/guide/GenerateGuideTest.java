package dev.rubedo.generate.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.generate.CodeGenerator;
import dev.rubedo.generate.GeneratedCode;
import dev.rubedo.generate.GeneratedKind;
import dev.rubedo.generate.GeneratorOptions;
import dev.rubedo.generate.NamingRules;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Sql;
import dev.rubedo.testing.DatabaseTest;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The samples of the guide's page on generated code. */
public class GenerateGuideTest {
    /** The generated samples; GeneratedSourceTest compares them with what is generated. */
    public static final String ENTITY = """
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
            """;

    public static final String TABLE = """
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
            """;

    @DatabaseTest
    void fromJava(Engine engine, @TempDir Path folder) throws IOException {
        engine.inTransaction(connection -> {
            connection.execute(Sql.text("CREATE TABLE tbl_people (id INTEGER PRIMARY KEY)"));
            connection.execute(Sql.text("CREATE TABLE tmp_people (id INTEGER PRIMARY KEY)"));
        });

        NamingRules rules = new NamingRules() {
            @Override
            public String entityName(Table table) {
                return NamingRules.super.entityName(table).replaceFirst("^Tbl", "");
            }
        };
        GeneratedCode code = CodeGenerator.of(GeneratorOptions.inPackage("shop.model")
                .kind(GeneratedKind.ENTITIES)
                .where(name -> !name.startsWith("tmp_"))
                .relationships(key -> !key.columnNames().contains("created_by"))
                .names(rules)).generate(engine);
        code.writeTo(folder, false);
        code.notes().forEach(System.err::println);

        assertThat(folder.resolve("shop/model/Person.java")).exists();
    }
}
