package dev.rubedo.processor;

import static dev.rubedo.processor.Mistakes.ADDRESS;
import static dev.rubedo.processor.Mistakes.assertMistake;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.processor.Compilation.Compiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Collections that are numbered, sorted or assigned as a whole. */
class CollectionMistakeTest {

    private static final String TRACK = """
            @Entity class Track extends TrackBase implements Comparable<Track> {
                interface Mapped {
                    @Id Long id();
                    int position();
                    String title();
                    @Relationship(backPopulates = "tracks") @Nullable Album album();
                }
                public int compareTo(Track other) { return 0; }
            }
            """;

    private static String album(String relationship) {
        return """
                @Entity class Album extends AlbumBase {
                    interface Mapped {
                        @Id Long id();
                        %s
                    }
                }
                """.formatted(relationship);
    }

    @ParameterizedTest
    @EnumSource
    void aNumberedListHasASetterOnRequest(Compiler compiler) {
        Compilation compilation = Mistakes.compile(compiler, album("""
                @Relationship(backPopulates = "album") @Numbered(value = "position", from = 1)
                @Setter(Access.PUBLIC) List<Track> tracks();
                """), TRACK);

        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.generated().get("Album_.java")).contains(".numbered(\"position\", 1, 1)");
        assertThat(compilation.generated().get("AlbumBase.java")).contains("""
                    public Album tracks(List<Track> tracks) {
                        $replace(TRACKS, tracks);
                        return (Album) this;
                    }
                """.indent(0));
    }

    @ParameterizedTest
    @EnumSource
    void aSetMayBeSorted(Compiler compiler) {
        assertThat(Mistakes.compile(compiler,
                album("@Relationship(backPopulates = \"album\") java.util.SortedSet<Track> tracks();"), TRACK).errors())
                .isEmpty();
    }

    @Test
    void whatIsSortedIsComparable() {
        assertMistake(
                "\"User.addresses\" is sorted by the natural order of \"Address\", which has none. Let it implement "
                        + "Comparable<Address>, or declare a List with orderBy.",
                """
                        @Entity(table = "users") class User extends UserBase {
                            interface Mapped {
                                @Id Long id();
                                @Relationship(backPopulates = "user") java.util.SortedSet<Address> addresses(); // wrong
                            }
                        }
                        """, ADDRESS);
    }

    @Test
    void aPositionIsAnInteger() {
        assertMistake(
                "\"Album.tracks\" is numbered by \"title\", which is not an integer attribute of \"Track\". Available: "
                        + "position.",
                album("""
                @Numbered("title") // wrong
                @Relationship(backPopulates = "album") List<Track> tracks();
                """), TRACK);
        assertMistake(
                "\"Album.tracks\" is numbered by \"positoin\", which is not an integer attribute of \"Track\". Did you"
                        + " mean \"position\"?",
                album("""
                        @Numbered("positoin") // wrong
                        @Relationship(backPopulates = "album") List<Track> tracks();
                        """), TRACK);
    }

    @Test
    void onlyAListHasPositions() {
        assertMistake("\"Album.tracks\" has no positions: only a List has. Remove @Numbered.", album("""
                @Numbered("position") // wrong
                @Relationship(backPopulates = "album") Set<Track> tracks();
                """), TRACK);
        assertMistake(
                "Attribute \"title\" is numbered but is not a relationship. Add @Relationship or remove @Numbered.",
                album("@Numbered(\"position\") String title(); // wrong"));
    }

    @Test
    void positionsAreTheOrder() {
        assertMistake("\"Album.tracks\" is numbered by \"position\", but has another order. Remove orderBy.", album("""
                @Numbered("position")
                @Relationship(backPopulates = "album", orderBy = "title") List<Track> tracks(); // wrong
                """), TRACK);
        assertMistake(
                "\"Album.tracks\" is numbered with the step 0, so all positions would be equal. Write another step.",
                album("""
                        @Numbered(value = "position", step = 0) // wrong
                        @Relationship(backPopulates = "album") List<Track> tracks();
                        """), TRACK);
    }
}
