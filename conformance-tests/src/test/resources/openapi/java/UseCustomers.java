import generated.ApiClient;
import generated.ApiException;
import generated.api.CustomersApi;
import generated.api.LoginApi;
import generated.model.CreateCustomerRequest;
import generated.model.Customer;
import generated.model.CustomerPage;
import generated.model.ListedCustomer;
import generated.model.LoginRequest;
import generated.model.NewAddress;
import generated.model.NewName;
import generated.model.NewTag;
import generated.model.Telephone;
import generated.model.UpdateCustomerRequest;
import java.util.List;

/** A program that uses the client that openapi-generator makes of the mock's document, as an application would. */
public final class UseCustomers {
    public static void main(String[] args) throws ApiException {
        ApiClient client = new ApiClient();
        client.updateBaseUri(args[0]);
        String token = new LoginApi(client)
                .login(new LoginRequest().username("ada").password("secret"))
                .getData()
                .getToken();
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        CustomersApi customers = new CustomersApi(client);

        String handle = customers.createCustomer(new CreateCustomerRequest()
                        .name(new NewName().firstName("Ada").lastName("Lovelace"))
                        .address(new NewAddress()
                                .street("Herengracht")
                                .number("12")
                                .zipcode("1017 BX")
                                .city("Amsterdam")
                                .country("NL"))
                        .phone(new Telephone().countryCode("+31").areaCode("20").subscriberNumber("5551234"))
                        .email("ada@engines.example")
                        .tags(List.of(new NewTag().key("customer").value("VIP"))))
                .getData()
                .getHandle();
        print("created", handle);

        print("changed", customers.updateCustomer(handle, new UpdateCustomerRequest().vat("NL123456789B01"))
                .getData()
                .getSuccess());

        Customer customer = customers.getCustomer(handle, true).getData();
        print(
                "read",
                customer.getName().getFullName(),
                customer.getAddress().getCity(),
                customer.getPhone().getSubscriberNumber(),
                customer.getVat(),
                customer.getTags().get(0).getValue());

        CustomerPage page = customers.listCustomers(
                        null, null, null, null, null, null, null, "Love*", null, null, null, null, null, null, null)
                .getData();
        ListedCustomer listed = page.getResults().get(0);
        print(
                "listed",
                page.getTotal(),
                listed.getHandle(),
                listed.getAddress().getCity(),
                listed.getPhone().getSubscriberNumber());

        print("deleted", customers.deleteCustomer(handle).getData().getSuccess());

        try {
            customers.getCustomer(handle, null);
        } catch (ApiException refused) {
            print("refused", refused.getCode(), refused.getResponseBody());
        }
    }

    private static void print(Object... words) {
        System.out.println(String.join(" ", List.of(words).stream().map(String::valueOf).toList()));
    }
}
