using HandoffBot.Features.Intake.Sources;

namespace HandoffBot.Tests.Features.Intake;

public sealed class SiteAddressTests
{
    [Theory]
    [InlineData("windows.example", "https://windows.example")]
    [InlineData(" https://Windows.example/page#top ", "https://windows.example")]
    [InlineData("windows.example;\nhttp://shop.example:8080", "https://windows.example http://shop.example:8080")]
    [InlineData("windows.example https://windows.example/", "https://windows.example")]
    [InlineData("localhost:5080", "https://localhost:5080")]
    public void Sites_are_read_as_browsers_name_them(string typed, string sites) =>
        Assert.Equal(sites, SiteAddress.Sites(typed));

    [Theory]
    [InlineData("")]
    [InlineData("our site")]
    [InlineData("ftp://windows.example")]
    [InlineData("https://anna:secret@windows.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("windows.example no-site")]
    public void What_is_no_site_is_not_taken(string typed) => Assert.Null(SiteAddress.Sites(typed));

    [Theory]
    [InlineData("windows.example/thanks?from=form#top", "https://windows.example/thanks?from=form#top")]
    [InlineData("http://windows.example", "http://windows.example/")]
    public void A_page_is_read_in_full(string typed, string page) => Assert.Equal(page, SiteAddress.Page(typed));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("//windows.example")]
    [InlineData("thanks")]
    [InlineData("https://windows.example/thanks and more")]
    public void What_is_no_page_is_not_taken(string typed) => Assert.Null(SiteAddress.Page(typed));

    [Fact]
    public void More_than_a_source_keeps_is_not_taken()
    {
        var tooLong = "windows.example/" + new string('a', SiteAddress.Longest);

        Assert.Null(SiteAddress.Page(tooLong));
        Assert.Null(SiteAddress.Sites(string.Join(' ', Enumerable.Range(1, 100).Select(n => $"site{n}.example"))));
    }
}
