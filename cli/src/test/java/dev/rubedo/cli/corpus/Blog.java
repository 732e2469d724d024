package dev.rubedo.cli.corpus;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.type.Types.*;

import dev.rubedo.dialect.mysql.type.MysqlTypes;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.PrimaryKey;
import dev.rubedo.schema.UniqueConstraint;
import dev.rubedo.sql.Sql;
import dev.rubedo.type.SqlType;
import java.time.LocalDateTime;

/** A blog as its makers declare it: prefixes, no foreign keys, zero and empty defaults, indexes of beginnings. Stateless. */
final class Blog {
    private static final SqlType<String> LONG_TEXT = TEXT.on("mysql", MysqlTypes.LONGTEXT)
            .on("mariadb", MysqlTypes.LONGTEXT);

    private static final SqlType<String> TINY_TEXT = TEXT.on("mysql", MysqlTypes.TINYTEXT)
            .on("mariadb", MysqlTypes.TINYTEXT);

    private Blog() {}

    static MetaData create() {
        var metaData = new MetaData();
        metaData.table("wp_users", id("ID"), text("user_login", 60), text("user_pass", 255),
                text("user_nicename", 50), text("user_email", 100), text("user_url", 100), time("user_registered"),
                number("user_status"), text("display_name", 250), Index.on("user_login").named("user_login_key"),
                Index.on("user_nicename").named("user_nicename"), Index.on("user_email").named("user_email"));
        meta(metaData, "user", "umeta_id");
        metaData.table("wp_posts", id("ID"), owner("post_author"), time("post_date"),
                column("post_content", LONG_TEXT).notNull(), column("post_title", TEXT).notNull(),
                column("post_excerpt", TEXT).notNull(),
                column("post_status", string(20)).notNull().serverDefault("'publish'"),
                column("comment_status", string(20)).notNull().serverDefault("'open'"), text("post_password", 255),
                text("post_name", 200), time("post_modified"), owner("post_parent"), text("guid", 255),
                number("menu_order"), column("post_type", string(20)).notNull().serverDefault("'post'"),
                column("comment_count", BIGINT).notNull().serverDefault("0"),
                Index.on("post_name").named("post_name").option("mysql", "length", "191")
                        .option("mariadb", "length", "191"),
                Index.on("post_type", "post_status", "post_date", "ID").named("type_status_date"),
                Index.on("post_parent").named("post_parent"), Index.on("post_author").named("post_author"));
        meta(metaData, "post", "meta_id");
        comments(metaData);
        terms(metaData);
        metaData.table("wp_options", id("option_id"), text("option_name", 191),
                column("option_value", LONG_TEXT).notNull(),
                column("autoload", string(20)).notNull().serverDefault("'yes'"),
                UniqueConstraint.on("option_name").named("option_name"), Index.on("autoload").named("autoload"));
        metaData.table("wp_links", id("link_id"), text("link_url", 255), text("link_name", 255),
                column("link_visible", string(20)).notNull().serverDefault("'Y'"), number("link_rating"),
                time("link_updated"), Index.on("link_visible").named("link_visible"));
        return metaData;
    }

    private static void comments(MetaData metaData) {
        metaData.table("wp_comments", id("comment_ID"), owner("comment_post_ID"),
                column("comment_author", TINY_TEXT).notNull(),
                text("comment_author_IP", 100), time("comment_date"), column("comment_content", TEXT).notNull(),
                number("comment_karma"), column("comment_approved", string(20)).notNull().serverDefault("'1'"),
                owner("comment_parent"), owner("user_id"), Index.on("comment_post_ID").named("comment_post_ID"),
                Index.on("comment_approved", "comment_date").named("comment_approved_date"),
                Index.on("comment_parent").named("comment_parent"));
        meta(metaData, "comment", "meta_id");
    }

    private static void terms(MetaData metaData) {
        metaData.table("wp_terms", id("term_id"), text("name", 200), text("slug", 200),
                column("term_group", BIGINT).notNull().serverDefault("0"), Index.on("slug").named("slug"));
        meta(metaData, "term", "meta_id");
        metaData.table("wp_term_taxonomy", id("term_taxonomy_id"), owner("term_id"), text("taxonomy", 32),
                column("description", LONG_TEXT).notNull(), owner("parent"),
                column("count", BIGINT).notNull().serverDefault("0"),
                UniqueConstraint.on("term_id", "taxonomy").named("term_id_taxonomy"),
                Index.on("taxonomy").named("taxonomy"));
        metaData.table("wp_term_relationships", owner("object_id"), owner("term_taxonomy_id"), number("term_order"),
                PrimaryKey.on("object_id", "term_taxonomy_id"), Index.on("term_taxonomy_id").named("term_taxonomy_id"));
    }

    private static void meta(MetaData metaData, String kind, String key) {
        metaData.table("wp_" + kind + "meta", id(key), owner(kind + "_id"), column("meta_key", string(255)),
                column("meta_value", LONG_TEXT), Index.on(kind + "_id").named(kind + "_id_of_meta"),
                Index.on("meta_key").named(kind + "_meta_key"));
    }

    private static Column<Long> id(String name) {
        return column(name, BIGINT).primaryKey();
    }

    private static Column<Long> owner(String name) {
        return column(name, BIGINT).notNull().serverDefault("0");
    }

    private static Column<Integer> number(String name) {
        return column(name, INTEGER).notNull().serverDefault("0");
    }

    private static Column<String> text(String name, int length) {
        return column(name, string(length)).notNull().serverDefault(Sql.literal(""));
    }

    private static Column<LocalDateTime> time(String name) {
        return column(name, timestamp(0)).notNull().serverDefault("'1970-01-01 00:00:01'");
    }
}
