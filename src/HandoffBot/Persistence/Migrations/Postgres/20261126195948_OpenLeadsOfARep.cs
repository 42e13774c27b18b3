using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HandoffBot.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class OpenLeadsOfARep : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "ix_leads_team_owner_status", table: "leads");

            migrationBuilder.CreateIndex(
                name: "ix_leads_team_owner",
                table: "leads",
                columns: new[] { "team", "owner" },
                filter: "status IN ('Claimed', 'Qualified')"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "ix_leads_team_owner", table: "leads");

            migrationBuilder.CreateIndex(
                name: "ix_leads_team_owner_status",
                table: "leads",
                columns: new[] { "team", "owner", "status" }
            );
        }
    }
}
