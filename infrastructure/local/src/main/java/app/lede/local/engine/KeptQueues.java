package app.lede.local.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The database file of ElasticMQ's messages, and its preparation before ElasticMQ opens it.
 *
 * @param uri for JDBC
 * @param messages kept from before, in all queues
 */
record KeptQueues(String uri, long messages) {

    /**
     * Opens or makes the file. Messages that were in flight become visible: whoever had received them ended with the process.
     *
     * @throws EngineFailed when the file is damaged
     */
    static KeptQueues in(Path folder) throws EngineFailed {
        Path file = folder.toAbsolutePath().resolve("messages");
        if (file.toString().contains(";")) {
            throw new EngineFailed("queues can't be kept in a folder with a semicolon in its name: " + folder, null);
        }
        try {
            Files.createDirectories(folder);
            // WRITE_DELAY=0: otherwise the last half second is undone when the process is killed. The database is
            // closed with
            // the queues and not by a hook of its own, as what is done when the process is stopped is still to be
            // written.
            String uri = "jdbc:h2:" + file + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
            return new KeptQueues(uri, showMessagesInFlight(uri));
        } catch (java.io.IOException | SQLException e) {
            throw new EngineFailed(file + ".mv.db is damaged or can't be opened: " + e.getMessage(), e);
        }
    }

    private static long showMessagesInFlight(String uri) throws SQLException {
        long messages = 0;
        try (Connection connection = DriverManager.getConnection(uri, "", "")) {
            for (String table : tables(connection)) {
                String quoted = '"' + table.replace("\"", "\"\"") + '"';
                try (PreparedStatement update = connection.prepareStatement(
                        "update " + quoted + " set next_delivery = ? where receive_count > 0 and next_delivery > ?")) {
                    long now = System.currentTimeMillis();
                    update.setLong(1, now);
                    update.setLong(2, now);
                    update.executeUpdate();
                }
                try (Statement count = connection.createStatement();
                        ResultSet row = count.executeQuery("select count(*) from " + quoted)) {
                    row.next();
                    messages += row.getLong(1);
                }
            }
        }
        return messages;
    }

    /** Returns the tables, one per queue. */
    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select table_name from information_schema.columns"
                        + " where table_schema = 'PUBLIC' and lower(column_name) = 'receive_count'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
