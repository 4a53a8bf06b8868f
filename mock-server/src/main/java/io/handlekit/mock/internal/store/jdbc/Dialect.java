package io.handlekit.mock.internal.store.jdbc;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;

/**
 * The differences between the databases. A text that is compared is a Java text in H2, which compares it by UTF-16 code
 * units, and bytes in PostgreSQL, whose own texts have no NUL, no half a surrogate pair, and an order that depends on the
 * machine. The bytes are CESU-8: they sort as code units do, and no character is found inside another one.
 */
enum Dialect {
    H2("h2") {
        @Override
        Object key(String text) {
            return text;
        }

        @Override
        String text(ResultSet row, int column) throws SQLException {
            String text = row.getString(column);
            return text == null ? "" : text;
        }

        @Override
        Object start(Object key) {
            String text = (String) key;
            return text.substring(0, Math.min(START, text.length()));
        }

        @Override
        Object after(Object start) {
            return start + String.valueOf(Character.MAX_VALUE).repeat(START + 1);
        }

        @Override
        boolean isWhole(Object key) {
            return ((String) key).length() <= START;
        }

        @Override
        void beginSnapshot(Connection connection) throws SQLException {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        }

        @Override
        void afterCommit(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CHECKPOINT");
            }
        }
    },

    POSTGRESQL("postgresql") {
        @Override
        Object key(String text) {
            ByteBuffer bytes = ByteBuffer.allocate(3 * text.length());
            for (int i = 0; i < text.length(); i++) {
                put(bytes, text.charAt(i));
            }
            byte[] key = new byte[bytes.position()];
            bytes.flip().get(key);
            return key;
        }

        private void put(ByteBuffer bytes, char unit) {
            if (unit < 0x80) {
                bytes.put((byte) unit);
            } else if (unit < 0x800) {
                bytes.put((byte) (0xC0 | (unit >> 6))).put((byte) (0x80 | (unit & 0x3F)));
            } else {
                bytes.put((byte) (0xE0 | (unit >> 12)))
                        .put((byte) (0x80 | ((unit >> 6) & 0x3F)))
                        .put((byte) (0x80 | (unit & 0x3F)));
            }
        }

        @Override
        String text(ResultSet row, int column) throws SQLException {
            byte[] key = row.getBytes(column);
            StringBuilder text = new StringBuilder();
            for (int i = 0; key != null && i < key.length; i++) {
                int lead = key[i];
                if (lead >= 0) {
                    text.append((char) lead);
                } else if ((lead & 0x20) == 0) {
                    text.append((char) (((lead & 0x1F) << 6) | (key[++i] & 0x3F)));
                } else {
                    text.append((char) (((lead & 0xF) << 12) | ((key[++i] & 0x3F) << 6) | (key[++i] & 0x3F)));
                }
            }
            return text.toString();
        }

        @Override
        Object start(Object key) {
            byte[] bytes = (byte[]) key;
            return Arrays.copyOf(bytes, Math.min(START, bytes.length));
        }

        @Override
        Object after(Object start) {
            byte[] bytes = ((byte[]) start).clone();
            // No byte of CESU-8 is 0xFF.
            bytes[bytes.length - 1]++;
            return bytes;
        }

        @Override
        boolean isWhole(Object key) {
            return ((byte[]) key).length <= START;
        }

        @Override
        void beginSnapshot(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            }
        }

        @Override
        void afterCommit(Connection connection) {
            // A commit is durable.
        }
    };

    /** The length of the indexed part of a text, in its column's units: PostgreSQL's indexes take no long texts. */
    private static final int START = 64;

    private final String word;

    Dialect(String word) {
        this.word = word;
    }

    /** Returns the name of the schema's script for a version. */
    String script(int version) {
        return "store/" + word + "-" + version + ".sql";
    }

    /** Returns a text as a parameter to be stored in a column that is compared, or to be compared with one. */
    abstract Object key(String text);

    /** Returns the text that such a column holds; empty if it holds none. */
    abstract String text(ResultSet row, int column) throws SQLException;

    /** Returns the beginning of a key, which is indexed. */
    abstract Object start(Object key);

    /** Returns the first beginning that sorts after all that begin with this one, which is not empty. */
    abstract Object after(Object start);

    /** Returns true if the beginning of a key is all of it. */
    abstract boolean isWhole(Object key);

    /** Makes a new transaction see the database as it is at one moment. */
    abstract void beginSnapshot(Connection connection) throws SQLException;

    /** Makes what was committed survive the end of this process. H2 writes it to its file a moment later otherwise. */
    abstract void afterCommit(Connection connection) throws SQLException;
}
