using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HandoffBot.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Forgetting : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(name: "forgotten_at", table: "contacts", type: "bigint", nullable: true);

            migrationBuilder.CreateTable(
                name: "forgotten",
                columns: table => new
                {
                    hmac = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_forgotten", x => new { x.hmac, x.at });
                }
            );

            migrationBuilder.CreateIndex(name: "ix_forgotten_at", table: "forgotten", column: "at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "forgotten");

            migrationBuilder.DropColumn(name: "forgotten_at", table: "contacts");
        }
    }
}
