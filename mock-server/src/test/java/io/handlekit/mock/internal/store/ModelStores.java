package io.handlekit.mock.internal.store;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.CustomerTag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The simplest stores that keep the promises of the ports: lists, and no thought of time or memory. */
final class ModelStores implements Stores, CustomerStore, TagStore, VerificationStore, TokenStore {
    private List<StoredCustomer> all = new ArrayList<>();
    private Map<String, Integer> lastNumbers = new HashMap<>();
    private long lastId;
    private boolean isStarted;
    private final List<CustomerTag> tags = new ArrayList<>();
    private final List<StoredVerification> verifications = new ArrayList<>();
    private int lastVerification;
    private final Map<String, Instant> tokens = new LinkedHashMap<>();
    private long logins;

    @Override
    public CustomerStore customers() {
        return this;
    }

    @Override
    public TagStore tags() {
        return this;
    }

    @Override
    public VerificationStore verifications() {
        return this;
    }

    @Override
    public TokenStore tokens() {
        return this;
    }

    @Override
    public boolean begin(List<SeedEntry> start, int firstNumber) {
        boolean isFirst = !isStarted;
        if (isFirst) {
            seed(start, firstNumber);
            isStarted = true;
        }
        return isFirst;
    }

    @Override
    public void reset(List<SeedEntry> start, int firstNumber) {
        ModelStores fresh = new ModelStores();
        fresh.seed(start, firstNumber);
        all = fresh.all;
        lastNumbers = fresh.lastNumbers;
        lastId = fresh.lastId;
        isStarted = true;
        tags.clear();
        verifications.clear();
        lastVerification = 0;
    }

    @Override
    public void save(Consumer<StoredItem> consumer) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean begin(Iterable<StoredItem> saved) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void load(Iterable<StoredItem> saved) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CustomerHandle create(HandleTemplate template, int firstNumber, CustomerDraft draft) {
        return seed(List.of(new SeedEntry(Optional.empty(), template, draft)), firstNumber)
                .get(0);
    }

    @Override
    public List<CustomerHandle> seed(List<SeedEntry> entries, int firstNumber) {
        List<CustomerHandle> named = new ArrayList<>();
        for (int index = 0; index < entries.size(); index++) {
            CustomerHandle handle = entries.get(index).handle().orElse(null);
            if (handle != null && (isTaken(handle) || named.contains(handle))) {
                throw new HandleTaken(index);
            }
            if (handle != null) {
                named.add(handle);
            }
        }
        return entries.stream().map(entry -> add(entry, named, firstNumber)).toList();
    }

    private CustomerHandle add(SeedEntry entry, List<CustomerHandle> named, int firstNumber) {
        CustomerHandle handle = entry.handle().orElse(null);
        while (handle == null || (entry.handle().isEmpty() && (isTaken(handle) || named.contains(handle)))) {
            String letters = entry.template().letters();
            lastNumbers.put(letters, lastNumbers.getOrDefault(letters, firstNumber - 1) + 1);
            handle = entry.template().number(lastNumbers.get(letters));
        }
        lastId++;
        CustomerDraft draft = entry.draft();
        all.add(new StoredCustomer(
                handle,
                lastId,
                draft.sections().email(),
                draft::sections,
                draft.commentsChangedAt(),
                Optional.empty()));
        return handle;
    }

    private boolean isTaken(CustomerHandle handle) {
        return find(handle).isPresent();
    }

    @Override
    public Optional<StoredCustomer> find(CustomerHandle handle) {
        return all.stream().filter(each -> each.handle().equals(handle)).findFirst();
    }

    @Override
    public boolean update(CustomerHandle handle, UnaryOperator<StoredCustomer> change) {
        Optional<StoredCustomer> before = find(handle).filter(found -> !found.isDeleted());
        before.ifPresent(found -> all.set(all.indexOf(found), change.apply(found)));
        return before.isPresent();
    }

    @Override
    public boolean delete(CustomerHandle handle, Instant now, boolean keepVisible) {
        Optional<StoredCustomer> before = find(handle).filter(found -> !found.isDeleted());
        before.ifPresent(found -> {
            int index = all.indexOf(found);
            all.remove(index);
            if (keepVisible) {
                all.add(
                        index,
                        new StoredCustomer(
                                handle,
                                found.id(),
                                found.email(),
                                found::sections,
                                found.commentsChangedAt(),
                                Optional.of(now)));
            }
        });
        return before.isPresent();
    }

    @Override
    public StoredPage list(CustomerQuery query, boolean bareIsSubstring) {
        List<StoredCustomer> matching = all.stream()
                .filter(each -> !each.isDeleted())
                .filter(each -> query.type()
                        .map(type -> (type == CustomerQuery.CustomerType.INDIVIDUAL)
                                == each.sections().companyName().isEmpty())
                        .orElse(true))
                .filter(each -> query.patterns().entrySet().stream()
                        .allMatch(entry -> texts(each, entry.getKey())
                                .anyMatch(text -> matches(folded(text), pattern(entry.getValue(), bareIsSubstring)))))
                .sorted(order(query))
                .toList();
        return new StoredPage(
                matching.stream().skip(query.offset()).limit(query.limit()).toList(), matching.size());
    }

    private static String pattern(String pattern, boolean bareIsSubstring) {
        return folded(bareIsSubstring && !pattern.contains("*") ? "*" + pattern + "*" : pattern);
    }

    /** Tries every way to match. */
    private static boolean matches(String text, String pattern) {
        if (pattern.isEmpty()) {
            return text.isEmpty();
        }
        if (pattern.charAt(0) == '*') {
            return IntStream.rangeClosed(0, text.length())
                    .anyMatch(from -> matches(text.substring(from), pattern.substring(1)));
        }
        return !text.isEmpty()
                && text.charAt(0) == pattern.charAt(0)
                && matches(text.substring(1), pattern.substring(1));
    }

    private static String folded(String text) {
        StringBuilder folded = new StringBuilder();
        text.chars().forEach(c -> folded.append(Character.toLowerCase(Character.toUpperCase((char) c))));
        return folded.toString();
    }

    private static Stream<String> texts(StoredCustomer each, CustomerQuery.Field field) {
        return switch (field) {
            case HANDLE -> Stream.of(each.handle().value());
            case EMAIL -> Stream.of(each.sections().email());
            case FIRST_NAME -> Stream.of(each.sections().name().firstName());
            case LAST_NAME -> Stream.of(each.sections().name().lastName());
            case COMPANY_NAME -> Stream.of(each.sections().companyName());
            case COMMENT -> Stream.of(each.sections().comments());
            case ANY_NAME ->
                Stream.of(
                        each.sections().name().firstName(),
                        each.sections().name().lastName(),
                        each.sections().companyName(),
                        each.handle().value());
        };
    }

    private static Comparator<StoredCustomer> order(CustomerQuery query) {
        Comparator<StoredCustomer> order = Comparator.comparing(each -> query.sort()
                .map(sort -> switch (sort) {
                    case ID -> "";
                    case HANDLE -> each.handle().value();
                    case EMAIL -> folded(each.sections().email());
                    case FIRST_NAME -> folded(each.sections().name().firstName());
                    case LAST_NAME -> folded(each.sections().name().lastName());
                    case COMPANY_NAME -> folded(each.sections().companyName());
                })
                .orElse(""));
        order = order.thenComparing(StoredCustomer::id);
        return query.isDescending() ? order.reversed() : order;
    }

    @Override
    public int count() {
        return (int) all.stream().filter(each -> !each.isDeleted()).count();
    }

    @Override
    public void add(CustomerTag tag) {
        if (!tags.contains(tag)) {
            tags.add(tag);
        }
    }

    @Override
    public boolean remove(String key, String value) {
        return tags.removeAll(list(key, value));
    }

    @Override
    public List<CustomerTag> list(String key, String value) {
        return tags.stream()
                .filter(tag -> List.of("", tag.key()).contains(key))
                .filter(tag -> List.of("", tag.value()).contains(value))
                .toList();
    }

    @Override
    public boolean containsAll(Collection<CustomerTag> others) {
        return tags.containsAll(others);
    }

    @Override
    public Optional<StoredVerification> change(String email, UnaryOperator<Optional<StoredVerification>> change) {
        Optional<StoredVerification> before =
                Optional.ofNullable(find(List.of(email)).get(email));
        Optional<StoredVerification> after = change.apply(before)
                .map(each -> each.id() == StoredVerification.NEW ? each.withId(++lastVerification) : each);
        before.ifPresent(verifications::remove);
        after.ifPresent(verifications::add);
        verifications.sort(Comparator.comparingInt(StoredVerification::id));
        return after;
    }

    @Override
    public Map<String, StoredVerification> find(Collection<String> emails) {
        Map<String, StoredVerification> found = new HashMap<>();
        verifications.stream()
                .filter(each -> emails.contains(each.email()))
                .forEach(each -> found.put(each.email(), each));
        return found;
    }

    @Override
    public List<StoredVerification> list() {
        return List.copyOf(verifications);
    }

    @Override
    public String issue(Instant now) {
        String token = new TokenMaker(StoreContract.SEED).token(++logins);
        tokens.put(token, now);
        return token;
    }

    @Override
    public Optional<Instant> issuedAt(String token) {
        return Optional.ofNullable(tokens.get(token));
    }

    @Override
    public void revoke(String token) {
        tokens.remove(token);
    }

    @Override
    public void reset() {
        tokens.clear();
        logins = 0;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
